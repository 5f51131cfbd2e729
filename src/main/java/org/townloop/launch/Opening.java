package org.townloop.launch;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.townloop.base.region.Regions;
import org.townloop.loop.payment.Gateways;

/** What the log is told once a real town is open: where it is, who can reach it, and what it cannot do yet. */
final class Opening {

    private final ApplicationContext context;
    private final Environment environment;

    /** @param context one that serves */
    Opening(ApplicationContext context) {
        this.context = context;
        this.environment = context.getEnvironment();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Townloop is open at %s after %.1f s"
                .formatted(
                        environment.getRequiredProperty("townloop.url"),
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0));
        lines.add(listening());
        lines.add("Data: %s, PostgreSQL %s, %s"
                .formatted(
                        context.getBean(TownloopProperties.class)
                                .data()
                                .toAbsolutePath()
                                .normalize(),
                        context.getBean(OpenDatabase.class).version(),
                        context.getBean(OpenDatabase.class).durability()));
        if (context.getBean(Gateways.class).names().isEmpty()) {
            lines.add("No payment gateway is configured: nothing can be paid online. What costs money is paid at the"
                    + " shop, where its merchant allows that.");
        }
        if (context.getBean(Regions.class).all().isEmpty()) {
            lines.add("There is no region yet, so that the portal is empty: townloop region add, or townloop import.");
        }
        return lines;
    }

    private String listening() {
        var address = environment.getProperty("server.address", InetAddress.class);
        var port = environment.getRequiredProperty("local.server.port");
        if (address == null || address.isAnyLocalAddress()) {
            return "Listening on port %s of every address of this machine, without TLS: let nobody but your web server"
                            .formatted(port)
                    + " reach it";
        }
        return address.isLoopbackAddress()
                ? "Listening on %s port %s, which only this machine reaches: a web server with TLS passes requests on"
                        .formatted(address.getHostAddress(), port)
                : "Listening on %s port %s, without TLS: let nobody but your web server reach it"
                        .formatted(address.getHostAddress(), port);
    }
}
