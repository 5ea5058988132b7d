package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** What the Dockerfile and compose.yaml promise; .ci/container runs their steps. */
class ContainerTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void itWritesToOneVolumeAloneAndMayDoNothingElse() {
        Map<?, ?> briefcast = service("briefcast");

        assertThat(briefcast.get("read_only")).isEqualTo(true);
        assertThat(briefcast.get("volumes")).isEqualTo(List.of("briefcast:/data"));
        assertThat(briefcast.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(briefcast.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(briefcast.containsKey("privileged")).isFalse();
    }

    @Test
    void itsPagesAreForThisMachine() {
        assertThat(service("briefcast").get("ports")).isEqualTo(List.of("127.0.0.1:8080:8080"));
    }

    @Test
    void aloneItNeedsNoOtherService() {
        Map<?, ?> services = map(compose().get("services"));

        assertThat(service("briefcast").containsKey("profiles")).isFalse();
        assertThat(service("briefcast").containsKey("depends_on")).isFalse();
        assertThat(services.keySet()).hasSize(2);
        assertThat(service("postgres").get("profiles")).isEqualTo(List.of("postgres"));
    }

    @Test
    void postgresHasAPasswordAlsoWhereNobodySetOneAndIsReachedByNobodyElse() {
        Map<?, ?> environment = map(service("postgres").get("environment"));

        assertThat(String.valueOf(environment.get("POSTGRES_PASSWORD"))).matches("\\$\\{POSTGRES_PASSWORD:-.+}");
        assertThat(environment.containsKey("POSTGRES_HOST_AUTH_METHOD")).isFalse();
        assertThat(service("postgres").containsKey("ports")).isFalse();
    }

    @Test
    void everyVolumeThatIsUsedIsDeclared() {
        assertThat(map(compose().get("volumes")).keySet()).isEqualTo(Set.of("briefcast", "postgres"));
    }

    @Test
    void itRunsAsNobodyInParticularAndIsAskedWhetherItLives() throws IOException {
        List<String> steps = lastStage();

        assertThat(steps.getFirst()).contains("-jre");
        assertThat(steps).contains("USER briefcast", "VOLUME /data");
        assertThat(steps.indexOf("USER briefcast")).isLessThan(step(steps, "ENTRYPOINT "));
        assertThat(steps.get(step(steps, "HEALTHCHECK ")))
                .contains("/actuator/health/liveness")
                .doesNotContain("curl");
        assertThat(steps.stream().filter(step -> step.startsWith("USER "))).hasSize(1);
    }

    @Test
    void whatChangesSeldomLiesInALayerBelowWhatChangesOften() throws IOException {
        List<String> steps = lastStage();

        assertThat(step(steps, "COPY --from=build /layers/dependencies/"))
                .isLessThan(step(steps, "COPY --from=build /layers/application/"));
    }

    @Test
    void itStartsFromACacheThatTheSameJavaMadeOfTheSameProgram() throws IOException {
        List<String> steps = lastStage();
        int made = step(steps, "RUN java -XX:AOTCacheOutput=/opt/briefcast/briefcast.aot ");
        String start = steps.get(step(steps, "ENTRYPOINT "));

        assertThat(made)
                .isBetween(step(steps, "COPY --from=build /layers/application/"), steps.indexOf("USER briefcast"));
        assertThat(steps.get(made)).contains("--add-modules jdk.incubator.vector -jar /opt/briefcast/briefcast.jar");
        assertThat(start)
                .contains("-XX:AOTCache=/opt/briefcast/briefcast.aot")
                .contains("\"--add-modules\", \"jdk.incubator.vector\", \"-jar\", \"/opt/briefcast/briefcast.jar\"");
    }

    private static int step(List<String> steps, String start) {
        List<String> found =
                steps.stream().filter(step -> step.startsWith(start)).toList();
        assertThat(found).as("steps that begin with %s", start).hasSize(1);
        return steps.indexOf(found.getFirst());
    }

    private static List<String> lastStage() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("Dockerfile"));
        int from = lines.stream()
                .filter(line -> line.startsWith("FROM "))
                .map(lines::lastIndexOf)
                .max(Integer::compare)
                .orElseThrow();
        return lines.subList(from, lines.size());
    }

    private static Map<?, ?> service(String name) {
        return map(map(compose().get("services")).get(name));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> compose() {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new FileSystemResource(ROOT.resolve("compose.yaml")));
        return Objects.requireNonNull(yaml.getObject());
    }
}
