package org.townloop.base.identity;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;

/**
 * Forgets people who ask for it: all that is theirs goes, what others need stays without a name. An erasure outlives
 * the database it was made in, so that an old backup brings nobody back.
 */
@Component
public class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int AT_ONCE = 500;
    private static final UUID EVERYBODY = new UUID(0, 0);

    private final List<PersonalData> modules;
    private final ErasureRows rows;
    private final ErasureLog log;
    private final AuditTrail audit;
    private final Turns turns;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasures(
            List<PersonalData> modules,
            ErasureRows rows,
            DataFolder folder,
            AuditTrail audit,
            Turns turns,
            Atomically atomically,
            JdbcClient jdbc,
            Clock clock) {
        this.modules = modules;
        this.rows = rows;
        this.log = new ErasureLog(folder.erasures());
        this.audit = audit;
        this.turns = turns;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that is kept of people, in the order of the modules. */
    public List<Kept> kept() {
        return modules.stream().flatMap(module -> module.kept().stream()).toList();
    }

    /** The files of the person's, of all modules. */
    public List<Enclosure> enclosures(PersonId person) {
        return modules.stream()
                .flatMap(module -> module.enclosures(person).stream())
                .toList();
    }

    /** What the person has to do first. */
    public List<Obstacle> obstacles(PersonId person) {
        return modules.stream()
                .flatMap(module -> module.obstacles(person).stream())
                .toList();
    }

    /**
     * Erases the person at once and for good, in one transaction.
     *
     * @param keepsWords whether what they wrote for all to read stays, without a name
     * @return refused as {@link PrivacyReason#SOMETHING_FIRST} while there are {@link #obstacles}
     */
    public Outcome<Erasure> erase(PersonId person, boolean keepsWords) {
        var outcome = atomically.run(() -> {
            turns.take("erasure", EVERYBODY); // of the last two who are needed one stays
            var named = rows.named(List.of(person.value()));
            if (!named.isEmpty() && !obstacles(person).isEmpty()) {
                return Outcome.<Erasure>refused(PrivacyReason.SOMETHING_FIRST);
            }
            var erasure = new Erasure(person.value(), clock.instant(), keepsWords);
            rows.add(List.of(erasure));
            erase(named, keepsWords);
            return Outcome.done(erasure);
        });
        if (outcome instanceof Outcome.Done<Erasure>(var erasure)) {
            write(erasure);
        }
        return outcome;
    }

    /**
     * Erases again whoever came back with an old backup, and makes the table and the file know the same. Each start does
     * it, and so must whatever puts old rows into the database.
     *
     * @return how many had come back
     */
    public int replay() {
        log.add(rows.all());
        var known = log.read();
        int again = 0;
        for (int from = 0; from < known.size(); from += AT_ONCE) {
            again += replay(known.subList(from, Math.min(known.size(), from + AT_ONCE)));
        }
        if (again > 0) {
            LOG.info("erased again because an old backup had brought them back: {}", again);
        }
        return again;
    }

    /** Takes over what another town's file of erasures knows: of the machine that a backup came from. */
    public static void learn(Path file, DataFolder folder) {
        new ErasureLog(folder.erasures()).add(new ErasureLog(file).read());
    }

    private int replay(List<Erasure> known) {
        var outcome = atomically.run(() -> {
            rows.add(known);
            var back = rows.named(known.stream().map(Erasure::person).toList());
            for (boolean keepsWords : new boolean[] {true, false}) {
                erase(
                        known.stream()
                                .filter(erasure -> erasure.keepsWords() == keepsWords)
                                .map(Erasure::person)
                                .filter(back::contains)
                                .collect(Collectors.toSet()),
                        keepsWords);
            }
            return Outcome.done(back.size());
        });
        return outcome instanceof Outcome.Done<Integer>(var erased) ? erased : 0;
    }

    private void erase(Collection<UUID> people, boolean keepsWords) {
        if (people.isEmpty()) {
            return;
        }
        var ids = people.stream().map(PersonId::new).toList();
        modules.forEach(module -> module.eraseBesides(ids));
        for (var kept : kept()) {
            if (!kept.erased().isEmpty()) {
                jdbc.sql(kept.erased())
                        .param("people", people.toArray(UUID[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("keepWords", keepsWords)
                        .update();
            }
        }
        ids.forEach(person -> audit.note(person, "person-erased", person.value().toString()));
    }

    /** The person is erased already; if the disk refuses now, the next replay writes it. */
    private void write(Erasure erasure) {
        try {
            log.add(List.of(erasure));
        } catch (RuntimeException e) {
            LOG.error("the file of erasures could not be written; it is tried again at the next start", e);
        }
    }
}
