package org.townloop.supply.merchant.listing;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Told how far an import is. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (what, done, total) -> {};

    /** @param what is being done, in a few words; done of total rows */
    void at(String what, long done, long total);

    /** A bar on the terminal, if there is one. */
    static Progress bar() {
        var console = System.console();
        return console == null || !console.isTerminal() ? NONE : new Bar();
    }

    /** One bar per thing that is done. */
    final class Bar implements Progress {

        private String current = "";
        private ProgressBar bar = builder("", 0).build();

        private Bar() {}

        @Override
        public void at(String what, long done, long total) {
            if (!what.equals(current)) {
                bar.close();
                bar = builder(what, total).build();
                current = what;
            }
            bar.stepTo(done);
            if (done >= total) {
                bar.close();
            }
        }

        private static ProgressBarBuilder builder(String what, long total) {
            return new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setUpdateIntervalMillis(100)
                    .setStyle(ProgressBarStyle.ASCII);
        }
    }
}
