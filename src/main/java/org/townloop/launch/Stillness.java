package org.townloop.launch;

import org.springframework.context.LifecycleProcessor;

/** While a command runs nothing else does: no jobs, no readers of the event log. */
final class Stillness implements LifecycleProcessor {

    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
