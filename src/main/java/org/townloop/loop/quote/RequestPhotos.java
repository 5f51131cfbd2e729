package org.townloop.loop.quote;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureUse;

/** The photographs of requests: needed until the request is forgotten. */
@Component
class RequestPhotos implements PictureUse {

    private final JdbcClient jdbc;

    RequestPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PictureId> inUse(Collection<PictureId> pictures, Collection<PersonId> besides) {
        return Set.copyOf(jdbc.sql("""
            select distinct p.picture_id
            from quote.photo p
            join quote.request r on (r.region_id, r.id) = (p.region_id, p.request_id)
            where p.picture_id = any (?) and r.resident_id <> all (?)
            """)
                .param(pictures.stream().map(PictureId::value).toArray(String[]::new))
                .param(besides.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PictureId(row.getString("picture_id")))
                .list());
    }
}
