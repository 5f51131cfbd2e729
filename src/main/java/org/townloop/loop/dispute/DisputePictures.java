package org.townloop.loop.dispute;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureUse;

/** What was shown in disputes: needed as long as whoever showed it is there. */
@Component
class DisputePictures implements PictureUse {

    private final JdbcClient jdbc;

    DisputePictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PictureId> inUse(Collection<PictureId> pictures, Collection<PersonId> besides) {
        return Set.copyOf(jdbc.sql("""
            select distinct p.picture_id
            from dispute.picture p
            join dispute.word w on (w.region_id, w.dispute_id, w.number) = (p.region_id, p.dispute_id, p.number)
            where p.picture_id = any (?) and w.author_id <> all (?)
            """)
                .param(pictures.stream().map(PictureId::value).toArray(String[]::new))
                .param(besides.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PictureId(row.getString("picture_id")))
                .list());
    }
}
