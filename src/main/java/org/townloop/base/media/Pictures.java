package org.townloop.base.media;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
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
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pictures(Darkroom darkroom, PictureStore store, Atomically atomically, JdbcClient jdbc, Clock clock) {
        this.darkroom = darkroom;
        this.store = store;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a picture that only operators will see, and that stands in no album.
     *
     * @param file a JPEG, PNG or WebP as it was sent
     * @return refused with {@link PictureReason}
     */
    public Outcome<PictureId> keepForOperators(PersonId by, byte[] file) {
        return switch (darkroom.develop(file, Audience.OPERATORS)) {
            case Outcome.Refused<Developed>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Developed>(var developed) ->
                atomically.run(() -> {
                    keep(by, developed, Audience.OPERATORS);
                    return Outcome.done(developed.id());
                });
        };
    }

    /** The picture as JPEG; empty if there is none that this audience may see. */
    public Optional<byte[]> find(PictureId id, PictureSize size, Audience audience) {
        return jdbc.sql("select 1 from media.picture where id = ? and audience = ?")
                .params(id.value(), audience.name())
                .query(Integer.class)
                .optional()
                .flatMap(there -> store.get(id, size));
    }

    /** In the caller's transaction. The row first: whoever is just removing the same picture is waited for. */
    void keep(PersonId by, Developed developed, Audience audience) {
        jdbc.sql("""
            insert into media.picture (id, audience, width, height, uploaded_by, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set audience = excluded.audience
            """)
                .params(
                        developed.id().value(),
                        audience.name(),
                        developed.width(),
                        developed.height(),
                        by.value(),
                        Timestamp.from(clock.instant()))
                .update();
        developed.sizes().forEach((size, jpeg) -> store.put(developed.id(), size, jpeg));
    }

    /** In the caller's transaction: the picture goes unless it is still in some album. */
    void forgetIfNowhere(PictureId id) {
        var gone = jdbc.sql("""
            delete from media.picture p
            where p.id = ? and not exists (select 1 from media.album a where a.picture_id = p.id)
            """).params(id.value()).update();
        if (gone > 0) {
            store.remove(id);
        }
    }
}
