package org.townloop.launch.watch;

import static org.townloop.launch.watch.Finding.care;
import static org.townloop.launch.watch.Finding.fault;
import static org.townloop.launch.watch.Finding.sound;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.launch.watch.Figures.Snapshot;
import org.townloop.loop.checkout.Audit;
import org.townloop.loop.ledger.Broken;

/** What the doctor asks of the town itself: its events, jobs, messages, counters and books. */
@Component
public class Town {

    private static final Duration BEHIND = Duration.ofMinutes(2);

    private final Figures figures;
    private final Audit audit;

    Town(Figures figures, Audit audit) {
        this.figures = figures;
        this.audit = audit;
    }

    /** @param open whether it should be at work, so that nothing may wait */
    public List<Finding> findings(boolean open) {
        var now = figures.now();
        return Stream.concat(
                        open ? atWork(now) : Stream.of(sound("The town is closed: nothing is expected to move")),
                        Stream.of(
                                when(
                                        now.setAside() == 0,
                                        "No event was set aside",
                                        care(
                                                now.setAside()
                                                        + " events were set aside because a consumer could not digest"
                                                        + " them",
                                                "Office, Needs you: each is named with what failed.")),
                                when(
                                        now.webhooksQuarantined() == 0,
                                        "No message of a gateway waits to be looked at",
                                        care(
                                                now.webhooksQuarantined() + " messages of gateways are quarantined",
                                                "Office, Needs you: compare them with the gateway's own list.")),
                                when(
                                        now.countersUnsynced() == 0,
                                        "Every counter was seen within a day",
                                        care(
                                                now.countersUnsynced() + " counters were not seen for a day or more",
                                                "Ask their shops to connect them, or revoke them at the desk: refunds"
                                                        + " wait for them.")),
                                books()))
                .toList();
    }

    private static Stream<Finding> atWork(Snapshot now) {
        return Stream.of(
                when(
                        now.longestLag().compareTo(BEHIND) < 0,
                        "Events are digested",
                        fault("Events wait: " + waiting(now), "Look in the log for what its consumer says.")),
                when(
                        now.jobsOverdue() == 0,
                        "Jobs are done in time",
                        fault(
                                now.jobsOverdue() + " jobs are overdue",
                                "Is the town running? Look in its log for them.")),
                when(
                        now.deliveryWaiting().compareTo(BEHIND) < 0,
                        "Messages leave",
                        care(
                                "%d messages wait, the oldest for %d min"
                                        .formatted(
                                                now.deliveriesQueued(),
                                                now.deliveryWaiting().toMinutes()),
                                "Are the gateways reachable, and is their account in order?")));
    }

    private Finding books() {
        var broken = audit.run();
        return when(
                broken.isEmpty(),
                "The books are sound",
                fault(
                        "The books are not sound: "
                                + broken.stream().map(Broken::invariant).collect(Collectors.joining(", ")),
                        "townloop ledger audit gives an example of each; docs/money.md says how to read it."));
    }

    private static Finding when(boolean sound, String what, Finding otherwise) {
        return sound ? sound(what) : otherwise;
    }

    private static String waiting(Snapshot now) {
        return now.eventLag().entrySet().stream()
                .filter(lag -> lag.getValue().compareTo(BEHIND) >= 0)
                .map(lag -> lag.getKey() + " for " + lag.getValue().toSeconds() + " s")
                .collect(Collectors.joining(", "));
    }
}
