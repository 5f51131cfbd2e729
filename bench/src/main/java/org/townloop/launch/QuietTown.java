package org.townloop.launch;

import org.springframework.context.ConfigurableApplicationContext;
import org.townloop.Townloop;

/** The parts of a town in this process, without its web server and its jobs, as a command has them. */
public final class QuietTown {

    private QuietTown() {}

    /** The town of the folder that the environment names; it was founded before, and does not run now. */
    public static ConfigurableApplicationContext open() {
        return new Start(Townloop.class).forCommand();
    }
}
