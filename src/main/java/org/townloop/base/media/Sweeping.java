package org.townloop.base.media;

import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;

/** Clears away what a crash or a decision has left for more than a day: pictures that nobody names. */
@Component
public class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration SPARED = Duration.ofDays(1);
    private static final int BATCH = 500;
    private static final int NAMED = 20;

    private final PictureStore store;
    private final Shelves shelves;
    private final List<PictureUse> uses;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> warned = new HashSet<>();
    private @Nullable LocalDate warnedOn;

    Sweeping(
            PictureStore store,
            Shelves shelves,
            List<PictureUse> uses,
            Atomically atomically,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.shelves = shelves;
        this.uses = uses;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public synchronized void sweep() {
        var until = clock.instant().minus(SPARED);
        sweepRows(until);
        store.before(until, this::clearUnnamed);
    }

    /**
     * Rows that no album and nobody else names. A row whose file cannot be read stays: the disk may be another one for
     * an hour, and the file come back from a backup.
     */
    private void sweepRows(Instant until) {
        var lost = new TreeSet<String>();
        for (var page = rows("", until);
                !page.isEmpty();
                page = rows(page.getLast().value(), until)) {
            var unused = unused(page);
            unused.forEach(this::forget);
            page.stream()
                    .filter(id -> !unused.contains(id) && !canBeRead(id))
                    .map(PictureId::value)
                    .forEach(lost::add);
        }
        warn(lost);
    }

    private boolean canBeRead(PictureId id) {
        try {
            return store.has(id, PictureSize.PAGE);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Once of a picture and day: what is known to be lost is not to hide what is lost from now on. */
    private void warn(Set<String> lost) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(warnedOn)) {
            warned.clear();
            warnedOn = today;
        }
        var fresh = lost.stream().filter(warned::add).toList();
        if (!fresh.isEmpty()) {
            LOG.warn(
                    "the files of {} pictures cannot be read, those of {} among them; their rows stay. Is the disk"
                            + " there? If they are gone, they are in a backup.",
                    lost.size(),
                    fresh.size() > NAMED ? fresh.subList(0, NAMED) : fresh);
        }
    }

    private List<PictureId> rows(String after, Instant until) {
        return jdbc.sql("select id from media.picture where id > ? and kept_at < ? order by id limit ?")
                .params(after, Timestamp.from(until), BATCH)
                .query((row, number) -> new PictureId(row.getString("id")))
                .list();
    }

    private Set<PictureId> unused(List<PictureId> pictures) {
        var unused = new HashSet<>(jdbc.sql("""
            select p.id from media.picture p
            where p.id = any (?) and not exists (select 1 from media.album a where a.picture_id = p.id)
            """)
                .param(pictures.stream().map(PictureId::value).toArray(String[]::new))
                .query((row, number) -> new PictureId(row.getString("id")))
                .list());
        uses.forEach(use -> unused.removeAll(use.inUse(unused, Set.of())));
        return unused;
    }

    /** Once more under the lock: it may just have been named again, which keeps it for another day. */
    private void forget(PictureId id) {
        atomically.run(() -> {
            shelves.lock(id);
            jdbc.sql("""
                delete from media.picture p
                where p.id = ? and p.kept_at < ? and not exists (select 1 from media.album a where a.picture_id = p.id)
                """)
                    .params(id.value(), Timestamp.from(clock.instant().minus(SPARED)))
                    .update();
            return Outcome.done(id);
        });
        shelves.clear(id);
    }

    private void clearUnnamed(List<PictureId> files) {
        var named = new HashSet<>(jdbc.sql("select id from media.picture where id = any (?)")
                .param(files.stream().map(PictureId::value).toArray(String[]::new))
                .query((row, number) -> new PictureId(row.getString("id")))
                .list());
        files.stream().filter(id -> !named.contains(id)).forEach(shelves::clear);
    }
}
