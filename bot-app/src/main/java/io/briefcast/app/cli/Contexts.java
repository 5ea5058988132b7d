package io.briefcast.app.cli;

import io.briefcast.app.BriefcastApplication;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command. */
final class Contexts {
    private Contexts() {}

    /** With web pages and everything that runs by itself. */
    static ConfigurableApplicationContext serving(Arguments arguments) {
        return new SpringApplicationBuilder(BriefcastApplication.class)
                .profiles("serve")
                .run(arguments.settings().toArray(String[]::new));
    }

    /** Without web pages; nothing runs by itself, and only trouble is logged. */
    static ConfigurableApplicationContext working(Arguments arguments) {
        List<String> settings = new ArrayList<>(List.of("--logging.level.io.briefcast=warn"));
        settings.addAll(arguments.settings());
        return new SpringApplicationBuilder(BriefcastApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings.toArray(String[]::new));
    }
}
