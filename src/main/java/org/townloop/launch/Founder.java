package org.townloop.launch;

import org.springframework.context.SmartLifecycle;
import org.townloop.launch.demo.DemoTown;

/** Founds the demo town at its first start, before anything else begins to work. */
final class Founder implements SmartLifecycle {

    private final DemoTown town;
    private volatile boolean running;

    Founder(DemoTown town) {
        this.town = town;
    }

    @Override
    public void start() {
        town.build(Founder::tell);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private static void tell(int percent, String what) {
        System.out.printf("  founding the demo town: %3d %%  %s%n", percent, what);
    }
}
