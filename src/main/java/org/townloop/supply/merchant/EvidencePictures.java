package org.townloop.supply.merchant;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureUse;

/** The pictures that show whose a listing is: needed until the claim is decided, and as proof if it was granted. */
@Component
class EvidencePictures implements PictureUse {

    private final JdbcClient jdbc;

    EvidencePictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<PictureId> inUse(Collection<PictureId> pictures, Collection<PersonId> besides) {
        return Set.copyOf(jdbc.sql("""
            select distinct picture from merchant.take_over
            where picture = any (?) and state in ('OPEN', 'GRANTED') and person_id <> all (?)
            """)
                .param(pictures.stream().map(PictureId::value).toArray(String[]::new))
                .param(besides.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PictureId(row.getString("picture")))
                .list());
    }
}
