package org.townloop.base.media;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;

/** The pictures that are kept. Who may send or see one, the caller has asked the gate. */
@Component
public class Pictures {

    private final Darkroom darkroom;
    private final PictureStore store;
    private final Shelves shelves;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(
            Darkroom darkroom,
            PictureStore store,
            Shelves shelves,
            Atomically atomically,
            JdbcClient jdbc,
            Clock clock) {
        this.darkroom = darkroom;
        this.store = store;
        this.shelves = shelves;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a picture that only operators will see, and that stands in no album. What no {@link PictureUse} names
     * within a day is cleared away.
     *
     * @param file a JPEG, PNG or WebP as it was sent
     * @return refused with {@link PictureReason}
     */
    public Outcome<PictureId> keepForOperators(PersonId by, byte[] file) {
        return keep(by, file, Audience.OPERATORS);
    }

    /** The same for a picture that only they will see, and whom they show it to. */
    public Outcome<PictureId> keepForParties(PersonId by, byte[] file) {
        return keep(by, file, Audience.PARTIES);
    }

    /** Whether all of them are such pictures, and there because this person sent them. */
    public boolean areForParties(PersonId by, Collection<PictureId> pictures) {
        var ids = pictures.stream().map(PictureId::value).distinct().toArray(String[]::new);
        return jdbc.sql("""
            select count(*) from media.picture
            where id = any (?) and audience = 'PARTIES' and uploaded_by = ?
            """).param(ids).param(by.value()).query(Integer.class).single() == ids.length;
    }

    private Outcome<PictureId> keep(PersonId by, byte[] file, Audience audience) {
        return switch (darkroom.develop(file, audience)) {
            case Outcome.Refused<Developed>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Developed>(var developed) ->
                keep(by, audience == Audience.PARTIES ? developed.sentBy(by) : developed, audience);
        };
    }

    private Outcome<PictureId> keep(PersonId by, Developed developed, Audience audience) {
        return keep(developed, () -> {
            write(by, developed, audience);
            return Outcome.done(developed.id());
        });
    }

    /** The picture as JPEG; empty if there is none that this audience may see. */
    public Optional<byte[]> find(PictureId id, PictureSize size, Audience audience) {
        return jdbc.sql("select 1 from media.picture where id = ? and audience = ?")
                .params(id.value(), audience.name())
                .query(Integer.class)
                .optional()
                .flatMap(there -> store.get(id, size));
    }

    /** The files first, then the rows: a crash in between leaves files that the sweep finds. */
    <T> Outcome<T> keep(Developed developed, Supplier<Outcome<T>> rows) {
        shelves.put(developed);
        return atomically.run(() -> {
            shelves.hold(developed);
            return rows.get();
        });
    }

    /** In a transaction that {@link #keep} has begun. */
    void write(PersonId by, Developed developed, Audience audience) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
            insert into media.picture (id, audience, width, height, uploaded_by, created_at, kept_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set audience = excluded.audience, kept_at = excluded.kept_at
            """)
                .params(
                        developed.id().value(),
                        audience.name(),
                        developed.width(),
                        developed.height(),
                        by.value(),
                        now,
                        now)
                .update();
    }

    /** In the caller's transaction, which took it out of an album: its row goes unless it is in some other. */
    void forgetIfNowhere(PictureId id) {
        jdbc.sql("""
            delete from media.picture p
            where p.id = ? and not exists (select 1 from media.album a where a.picture_id = p.id)
            """).params(id.value()).update();
    }
}
