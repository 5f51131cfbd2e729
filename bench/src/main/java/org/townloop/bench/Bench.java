package org.townloop.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Runs one of the benches: {@code Bench NAME ROOT TARGET [ROUNDS]}. */
public final class Bench {

    private static final double IDLE = 0.5;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[1]);
        var target = Path.of(arguments[2]);
        var rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load > IDLE) {
            System.out.printf("The machine is busy (load %.1f): these figures do not count.%n", load);
        }
        var line = switch (arguments[0]) {
            case "start" -> new StartBench(root, target, rounds).run();
            case "availability" -> new AvailabilityBench(root, target, rounds).run();
            case "rush" -> new RushBench(root, target, rounds).run();
            case "checkout" -> new CheckoutBench(root, target, rounds).run();
            case "flash" -> new FlashBench(root, target, rounds).run();
            case "ledger" -> new LedgerBench(root, target, rounds).run();
            case "holds" -> new HoldsBench(root, target, rounds).run();
            case "redeem" -> new RedeemBench(root, target, rounds).run();
            default -> throw new IllegalArgumentException("no bench of the name " + arguments[0]);
        };
        System.out.println("bench " + arguments[0] + " " + line + (load > IDLE ? " noisy=1" : ""));
        System.exit(line.endsWith("errors=0") ? 0 : 1);
    }
}
