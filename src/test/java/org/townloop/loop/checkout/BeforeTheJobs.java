package org.townloop.loop.checkout;

import java.io.IOException;
import org.springframework.context.ApplicationContext;

/** Acts while nothing is done by itself: as in the moment before a job comes round. */
public final class BeforeTheJobs {

    /** What is done meanwhile. */
    public interface Act {
        void run() throws IOException;
    }

    private BeforeTheJobs() {}

    public static void run(ApplicationContext town, Act act) throws IOException {
        var jobs = town.getBean(Jobs.class);
        jobs.stop();
        try {
            act.run();
        } finally {
            jobs.start();
        }
    }
}
