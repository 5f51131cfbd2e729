package org.townloop.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Opens a real town: no demo sign-ins, no sandbox. Says what is missing before it starts.",
        footer = {
            "",
            "It listens on 127.0.0.1 only (SERVER_ADDRESS); a web server with TLS stands in front of it.",
            "docs/operating takes you from nothing to a running town."
        })
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Start start;

    ServeCommand(Start start) {
        this.start = start;
    }

    /** Runs until the process is told to end. */
    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var context = start.serve();
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closing -> closed.countDown());
        new Opening(context).lines().forEach(LOG::info);
        closed.await();
        return 0;
    }
}
