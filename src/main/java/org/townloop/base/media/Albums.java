package org.townloop.base.media;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;

/** The pictures of something, in order: of a place, of an offer. Who may change them, the caller has asked the gate. */
@Component
public class Albums {

    /** In one album. */
    public static final int MOST = 8;

    private final Darkroom darkroom;
    private final Pictures pictures;
    private final Shelves shelves;
    private final Turns turns;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

    Albums(
            Darkroom darkroom,
            Pictures pictures,
            Shelves shelves,
            Turns turns,
            Atomically atomically,
            JdbcClient jdbc,
            Clock clock) {
        this.darkroom = darkroom;
        this.pictures = pictures;
        this.shelves = shelves;
        this.turns = turns;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a picture at the end; one that is there already stays where it is.
     *
     * @param subject what it is a picture of; the id carries the region
     * @param file a JPEG, PNG or WebP as it was sent
     * @return refused with {@link PictureReason}
     */
    public Outcome<PictureId> add(PersonId by, UUID subject, byte[] file) {
        if (of(subject).size() >= MOST) {
            return full();
        }
        return switch (darkroom.develop(file, Audience.EVERYBODY)) {
            case Outcome.Refused<Developed>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Developed>(var developed) -> pictures.keep(developed, () -> add(by, subject, developed));
        };
    }

    /** Takes a picture out; nothing happens if it is not there. */
    public void remove(UUID subject, PictureId picture) {
        atomically.run(() -> {
            shelves.lock(picture);
            jdbc.sql("delete from media.album where region_id = ? and subject_id = ? and picture_id = ?")
                    .params(RegionId.of(subject).number(), subject, picture.value())
                    .update();
            pictures.forgetIfNowhere(picture);
            return Outcome.done(picture);
        });
        shelves.clear(picture);
    }

    /** Puts a picture before all others. */
    public void putFirst(UUID subject, PictureId picture) {
        atomically.run(() -> Outcome.done(jdbc.sql("""
            update media.album set position = (
                select min(position) - 1 from media.album where region_id = ? and subject_id = ?)
            where region_id = ? and subject_id = ? and picture_id = ?
            """)
                .params(
                        RegionId.of(subject).number(),
                        subject,
                        RegionId.of(subject).number(),
                        subject,
                        picture.value())
                .update()));
    }

    public List<PictureId> of(UUID subject) {
        return of(List.of(subject)).getOrDefault(subject, List.of());
    }

    /** By subject, in order; what has no picture is not there. */
    public Map<UUID, List<PictureId>> of(Collection<UUID> subjects) {
        record Row(UUID subject, PictureId picture) {}
        return subjects.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                            select subject_id, picture_id
                            from media.album
                            join unnest(?::int[], ?::uuid[]) as wanted (region_id, subject_id) using (region_id, subject_id)
                            order by subject_id, position
                            """)
                        .params(
                                subjects.stream()
                                        .map(subject -> RegionId.of(subject).number())
                                        .toArray(Integer[]::new),
                                subjects.toArray(UUID[]::new))
                        .query((row, number) -> new Row(
                                row.getObject("subject_id", UUID.class), new PictureId(row.getString("picture_id"))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Row::subject, Collectors.mapping(Row::picture, Collectors.toList())));
    }

    private Outcome<PictureId> add(PersonId by, UUID subject, Developed developed) {
        turns.take("album", subject);
        pictures.write(by, developed, Audience.EVERYBODY);
        jdbc.sql("""
            insert into media.album (region_id, subject_id, picture_id, position, added_at)
            select ?, ?, ?, coalesce(max(position), 0) + 1, ?
            from media.album where region_id = ? and subject_id = ?
            on conflict (region_id, subject_id, picture_id) do nothing
            """)
                .params(
                        RegionId.of(subject).number(),
                        subject,
                        developed.id().value(),
                        Timestamp.from(clock.instant()),
                        RegionId.of(subject).number(),
                        subject)
                .update();
        return of(subject).size() > MOST ? full() : Outcome.done(developed.id());
    }

    private static Outcome<PictureId> full() {
        return Outcome.refused(Refusal.of(PictureReason.TOO_MANY_PICTURES, "picture", Map.of("max", MOST)));
    }
}
