package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Words;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.node.JsonNodeFactory;

/** Somebody who comes to the town to sell, and the operator who looks at them. */
record Signup(People people) {

    static final PlaceFacts FACTS = new PlaceFacts(
            Words.of("Lin's Hair", "小林美发"),
            Words.of("4 Mill Lane", "磨坊巷 4 号"),
            new Point(30.27, 119.72),
            "0571 8800 1234");

    Actor somebody() {
        TestSalon.with(0, 0); // sees to it that the regions are there
        return actor(TestPeople.resident(TestSalon.SHANGHAI).id());
    }

    Actor operator() {
        var person = somebody().person();
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                .params(person.value(), TestSalon.SHANGHAI.number())
                .update();
        return actor(person.value());
    }

    Actor runs(TestSalon salon) {
        return actor(TestPeople.merchantOf(salon).id());
    }

    /** The same with what was granted to them meanwhile. */
    Actor again(Actor actor) {
        return actor(actor.person().value());
    }

    private Actor actor(UUID id) {
        return people.actor(new PersonId(id)).orElseThrow();
    }

    static NewPlace hairdressers() {
        return new NewPlace(TestSalon.SHANGHAI, "hair-and-beauty", FACTS);
    }

    /** A place of a data set that nobody has taken over. */
    static PlaceId listing(Places places, String trade) {
        TestSalon.with(0, 0);
        var key = UUID.randomUUID().toString();
        places.upsertListings(List.of(new Listing(
                TestSalon.SHANGHAI,
                "osm",
                key,
                Words.of("Corner Barber", "街角理发"),
                Words.of("1 Bridge Street", "桥街 1 号"),
                null,
                trade,
                "0571 1234",
                JsonNodeFactory.instance.objectNode())));
        return new PlaceId(TestTown.jdbc()
                .sql("select id from merchant.place where source_key = ?")
                .param(key)
                .query(UUID.class)
                .single());
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static void refused(Reason reason, Outcome<?> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }
}
