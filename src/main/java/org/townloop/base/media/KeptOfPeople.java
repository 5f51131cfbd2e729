package org.townloop.base.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Enclosure;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalData;

/** Pictures that somebody sent. Those of shops and services stay; evidence, with their face or name on it, goes. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("pictures", "media.picture", """
        select id, audience, width, height, created_at
        from media.picture where uploaded_by = :person order by created_at, id
        """));

    private final JdbcClient jdbc;
    private final PictureStore store;
    private final Shelves shelves;
    private final List<PictureUse> uses;

    KeptOfPeople(JdbcClient jdbc, PictureStore store, Shelves shelves, List<PictureUse> uses) {
        this.jdbc = jdbc;
        this.store = store;
        this.shelves = shelves;
        this.uses = uses;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    @Override
    public List<Enclosure> enclosures(PersonId person) {
        return jdbc
                .sql("select id from media.picture where uploaded_by = ? order by created_at, id")
                .param(person.value())
                .query(KeptOfPeople::id)
                .list()
                .stream()
                .map(id -> new Enclosure("pictures/" + id.value() + ".jpg", () -> store.get(id, PictureSize.PAGE)))
                .toList();
    }

    /** Evidence that somebody else has sent as well stays for their claim: it lies here once, whoever sent it first. */
    @Override
    public void eraseBesides(Collection<PersonId> people) {
        var theirs = new HashSet<>(
                jdbc.sql("select id from media.picture where audience <> 'EVERYBODY' and uploaded_by = any (?)")
                        .params((Object) people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .query(KeptOfPeople::id)
                        .list());
        uses.forEach(use -> theirs.removeAll(use.inUse(theirs, people)));
        shelves.clearAfterCommit(jdbc.sql("delete from media.picture where id = any (?) returning id")
                .params((Object) theirs.stream().map(PictureId::value).toArray(String[]::new))
                .query(KeptOfPeople::id)
                .list());
    }

    private static PictureId id(ResultSet row, int number) throws SQLException {
        return new PictureId(row.getString("id"));
    }
}
