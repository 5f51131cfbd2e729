package org.townloop.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Opens Willow Creek, a demo town with demo sign-ins, on this machine only.")
final class DemoCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    DemoCommand(Start start) {
        this.start = start;
    }

    /** Runs until the process is told to end. */
    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var context = start.demo();
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closing -> closed.countDown());
        spec.commandLine().getOut().println(new Welcome(context).text());
        closed.await();
        return 0;
    }
}
