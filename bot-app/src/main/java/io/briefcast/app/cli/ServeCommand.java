package io.briefcast.app.cli;

import io.briefcast.app.Serving;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;

/** Runs until it is stopped: reads, ranks, delivers, answers. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs until it is stopped: reads, ranks, delivers and answers. The default command.")
final class ServeCommand implements Runnable {
    private final Arguments arguments;

    ServeCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void run() {
        ConfigurableApplicationContext context = Contexts.serving(arguments);
        context.getBean(Serving.class).start();
        System.out.println(whereToLook(context));
    }

    private static String whereToLook(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String host = environment.getProperty("server.address", "127.0.0.1").equals("127.0.0.1")
                ? "localhost"
                : "this machine";
        int port = context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
        return """

                Briefcast is up.
                  the chat         http://%1$s:%2$d/
                  today's brief    http://%1$s:%2$d/today
                Stop it with Ctrl-C.""".formatted(host, port);
    }
}
