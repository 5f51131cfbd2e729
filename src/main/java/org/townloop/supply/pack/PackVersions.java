package org.townloop.supply.pack;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The versions of packs: installing one, selling under another one. Nothing that was sold changes by it, and an offer
 * stays under the version it was written in until it is written anew.
 */
@Component
public class PackVersions {

    /** @param madeHere whether it came by the office and not with the program */
    public record Version(int number, Instant installedAt, boolean madeHere, boolean current) {}

    private final PackRows rows;
    private final PackFormat format;
    private final Packs packs;
    private final EventLog events;
    private final Clock clock;

    PackVersions(PackRows rows, PackFormat format, Packs packs, EventLog events, Clock clock) {
        this.rows = rows;
        this.format = format;
        this.packs = packs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @throws Absent if there is no pack of that name
     */
    public List<Version> of(PackId id) {
        var versions = rows.versions(id);
        if (versions.isEmpty()) {
            throw new Absent("pack " + id);
        }
        return versions;
    }

    /**
     * The file of a version, to be edited.
     *
     * @throws Absent if it was never installed
     */
    public String text(PackId id, int version) {
        var stored = rows.stored(id, version).orElseThrow(() -> new Absent("pack " + id + " version " + version));
        var source = stored.source();
        return source != null ? source : YAMLMapper.builder().build().writeValueAsString(stored.content());
    }

    /** How a text that has no fault would be; refused if it has one. */
    public Outcome<Pack> read(String text) {
        var faults = format.faults(text);
        return faults.isEmpty()
                ? Outcome.done(PackContent.read(format.read("pack.yaml", text)))
                : Outcome.refused(Refusal.of(PackReason.PACK_FAULTY, "text", Map.of("count", faults.size())));
    }

    /**
     * Installs the text as a version of its own. The first version of a pack is sold under at once, a later one when it
     * is made current.
     *
     * @param noted told what was installed, in the same transaction
     */
    @Transactional
    public Outcome<Pack> install(String text, Consumer<String> noted) {
        return switch (read(text)) {
            case Outcome.Refused<Pack> refused -> refused;
            case Outcome.Done<Pack>(var pack) -> install(pack, text, noted);
        };
    }

    private Outcome<Pack> install(Pack pack, String text, Consumer<String> noted) {
        var newest = rows.versions(pack.id()).stream()
                .mapToInt(Version::number)
                .max()
                .orElse(0);
        if (pack.version() <= newest || !rows.add(format.read("pack.yaml", text), text)) {
            return Outcome.refused(Refusal.of(
                    PackReason.PACK_VERSION_TAKEN, "version", Map.of("next", Math.max(newest, pack.version()) + 1)));
        }
        if (newest == 0) {
            rows.makeCurrent(pack.id(), pack.version(), 0);
        }
        noted.accept(pack.id() + " version " + pack.version());
        changed();
        return Outcome.done(pack);
    }

    /**
     * Sells under a version from now on, a later or an earlier one.
     *
     * @param seen the version that was current when it was decided; refused if it is no longer
     * @throws Absent if that version was never installed
     */
    @Transactional
    public Outcome<Pack> makeCurrent(PackId id, int version, int seen, Consumer<String> noted) {
        var pack = packs.get(id, version);
        if (!rows.makeCurrent(id, version, seen)) {
            return Outcome.refused(Refusal.of(PackReason.PACK_CHANGED_MEANWHILE, "version"));
        }
        noted.accept(id + " from version " + seen + " to " + version);
        changed();
        return Outcome.done(pack);
    }

    /**
     * What is different, a sentence each.
     *
     * @throws Absent if one of them was never installed
     */
    public List<Words> difference(PackId id, int before, int after) {
        return difference(packs.get(id, before), packs.get(id, after));
    }

    /** What is different, a sentence each. */
    public static List<Words> difference(Pack before, Pack after) {
        return new PackDifference(before, after).sentences();
    }

    /** Other processes learn it by the log; here what is read before the commit would be kept as it was. */
    private void changed() {
        events.append(new PackChanged(Ids.next(PackChanged.EVERYWHERE, clock.instant())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                packs.changed();
            }
        });
    }
}
