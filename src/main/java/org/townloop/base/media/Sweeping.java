package org.townloop.base.media;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;

/** Clears away what a crash or a decision has left for more than a day: pictures that nobody names, and lost ones. */
@Component
public class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration SPARED = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final PictureStore store;
    private final Shelves shelves;
    private final List<PictureUse> uses;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

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

    public void sweep() {
        var until = clock.instant().minus(SPARED);
        sweepRows(until);
        store.before(until, this::clearUnnamed);
    }

    /** Rows that no album and nobody else names; and those whose files are lost, unless most are. */
    private void sweepRows(Instant until) {
        var lost = new HashSet<PictureId>();
        var there = 0;
        for (var page = rows("", until);
                !page.isEmpty();
                page = rows(page.getLast().value(), until)) {
            var unused = unused(page);
            unused.forEach(this::forgetUnused);
            for (var id : page) {
                if (unused.contains(id)) {
                    continue;
                }
                if (isWhole(id)) {
                    there++;
                } else {
                    lost.add(id);
                }
            }
        }
        if (lost.size() > there) {
            LOG.warn("{} of {} pictures have no file: is the folder there?", lost.size(), lost.size() + there);
        } else {
            lost.forEach(this::forgetLost);
        }
    }

    private boolean isWhole(PictureId id) {
        return List.of(PictureSize.values()).stream().allMatch(size -> store.has(id, size));
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
        uses.forEach(use -> unused.removeAll(use.inUse(unused)));
        return unused;
    }

    /** Once more under the lock: it may just have been named again, which keeps it for another day. */
    private void forgetUnused(PictureId id) {
        forget(id, """
            delete from media.picture p
            where p.id = ? and p.kept_at < ? and not exists (select 1 from media.album a where a.picture_id = p.id)
            """);
    }

    private void forgetLost(PictureId id) {
        LOG.warn("the files of picture {} are lost; it is taken out of its albums", id.value());
        forget(id, """
            with gone as (delete from media.album a using media.picture p
                where p.id = ? and p.kept_at < ? and a.picture_id = p.id returning a.picture_id)
            delete from media.picture where id in (select picture_id from gone)
            """);
    }

    private void forget(PictureId id, String delete) {
        atomically.run(() -> {
            shelves.lock(id);
            jdbc.sql(delete)
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
