package org.townloop.launch;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set; each as {@code townloop.<name>} or in the environment as {@code TOWNLOOP_<NAME>}.
 *
 * @param data the folder of everything that this instance keeps
 * @param mode set by the command, not by people
 */
@ConfigurationProperties("townloop")
record TownloopProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("COMMAND") Mode mode) {

    enum Mode {
        /** Demo sign-ins and demo data. */
        DEMO,
        /** A command that serves nobody. */
        COMMAND
    }
}
