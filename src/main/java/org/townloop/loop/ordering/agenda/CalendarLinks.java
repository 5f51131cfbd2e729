package org.townloop.loop.ordering.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Secrets;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.agenda.CalendarLink.Kind;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Workplaces;

/** The secret addresses of calendars. Of each a hash is kept: whoever loses one makes it anew, and the old one is over. */
@Component
public class CalendarLinks {

    /** Where a secret is shown after it was made, and never again. */
    public static final String PATH = "/calendars/";

    private final Workplaces workplaces;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarLinks(Workplaces workplaces, Places places, JdbcClient jdbc, Clock clock) {
        this.workplaces = workplaces;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One's own; empty if there is none. */
    public Optional<CalendarLink> own(PersonId person) {
        return jdbc.sql("select * from ordering.calendar_link where region_id = ? and owner_id = ? and kind ="
                        + " 'RESIDENT'")
                .params(RegionId.of(person.value()).number(), person.value())
                .query(CalendarLinks::link)
                .optional();
    }

    /** Those of a place, and of who works and what stands there. */
    public List<CalendarLink> at(PlaceId place) {
        return jdbc.sql("select * from ordering.calendar_link where region_id = ? and place_id = ?")
                .params(place.region().number(), place.value())
                .query(CalendarLinks::link)
                .list();
    }

    /** Makes one's own, and ends an earlier one; the path that opens it. */
    public String makeOwn(Actor actor, Locale language) {
        return make(Kind.RESIDENT, actor.person().value(), null, language, actor);
    }

    public void endOwn(Actor actor) {
        end(actor.person().value());
    }

    /**
     * Makes the link of a place, or of somebody or something there, and ends an earlier one; the path that opens it.
     *
     * @throws Absent if there is nobody like that, or the actor does not run the place
     */
    public String make(Actor actor, PlaceId place, UUID owner, Locale language) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        var kind = kind(place, owner).orElseThrow(() -> new Absent("nobody at the place is " + owner));
        return make(kind, owner, place, language, actor);
    }

    /** @throws Absent if the actor does not run the place, or it has no such link */
    public void end(Actor actor, PlaceId place, UUID owner) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        if (at(place).stream().noneMatch(link -> link.owner().equals(owner))) {
            throw new Absent("calendar link of " + owner);
        }
        end(owner);
    }

    /** What the secret opens; nothing of those who have left. */
    Optional<CalendarLink> opened(String secret) {
        return jdbc.sql("select * from ordering.calendar_link where secret_hash = ?")
                .param(Secrets.hash(secret))
                .query(CalendarLinks::link)
                .optional()
                .filter(this::isStillThere);
    }

    private boolean isStillThere(CalendarLink link) {
        var place = link.place();
        return place == null || kind(place, link.owner()).isPresent();
    }

    private Optional<Kind> kind(PlaceId place, UUID owner) {
        if (owner.equals(place.value())) {
            return Optional.of(Kind.PLACE);
        }
        if (places.staff(place).stream().anyMatch(each -> each.id().value().equals(owner))) {
            return Optional.of(Kind.STAFF);
        }
        return places.resources(place).stream()
                .filter(each -> each.id().value().equals(owner))
                .findFirst()
                .map(each -> Kind.RESOURCE);
    }

    private String make(Kind kind, UUID owner, @Nullable PlaceId place, Locale language, Actor by) {
        var secret = Secrets.random();
        jdbc.sql("""
            insert into ordering.calendar_link
                (region_id, owner_id, kind, place_id, secret_hash, language, made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (region_id, owner_id) do update
            set secret_hash = excluded.secret_hash, language = excluded.language, made_by = excluded.made_by,
                made_at = excluded.made_at
            """)
                .params(Arrays.<@Nullable Object>asList(
                        RegionId.of(owner).number(),
                        owner,
                        kind.name(),
                        place == null ? null : place.value(),
                        Secrets.hash(secret),
                        language.toLanguageTag(),
                        by.person().value(),
                        Timestamp.from(clock.instant())))
                .update();
        return PATH + secret + ".ics";
    }

    private void end(UUID owner) {
        jdbc.sql("delete from ordering.calendar_link where region_id = ? and owner_id = ?")
                .params(RegionId.of(owner).number(), owner)
                .update();
    }

    private static CalendarLink link(ResultSet row, int number) throws SQLException {
        var place = row.getObject("place_id", UUID.class);
        return new CalendarLink(
                Kind.valueOf(row.getString("kind")),
                row.getObject("owner_id", UUID.class),
                place == null ? null : new PlaceId(place),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("made_at").toInstant());
    }
}
