package org.townloop.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Opens Willow Creek, a demo town with demo sign-ins, on this machine only.")
final class DemoCommand implements Callable<Integer> {

    private final Start start;

    DemoCommand(Start start) {
        this.start = start;
    }

    /** Runs until the process is told to end. */
    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var application = start.demo();
        application.addListeners(
                (ApplicationListener<ApplicationReadyEvent>) ready -> Welcome.print(ready),
                (ApplicationListener<ContextClosedEvent>) closing -> closed.countDown());
        application.run();
        closed.await();
        return 0;
    }
}
