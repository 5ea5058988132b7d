# Builds with everything that the build needs, runs with a JRE alone.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests package

FROM eclipse-temurin:25-jre
# The store, the index and the chat; mount a volume here to keep them.
RUN useradd --system --create-home --home-dir /data briefcast
USER briefcast
WORKDIR /data
COPY --from=build /src/bot-app/target/briefcast.jar /opt/briefcast.jar
ENV BRIEFCAST_DATADIR=/data \
    SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
VOLUME /data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/opt/briefcast.jar"]
CMD ["serve"]
