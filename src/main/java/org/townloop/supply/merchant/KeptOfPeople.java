package org.townloop.supply.merchant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.Obstacle;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalData;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/** What somebody said to become a merchant. The merchant itself is none of theirs: others may run it. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            new Kept("take-overs", "merchant.take_over", Kept.Fate.STAYS_NAMELESS, """
                select id, place_id, evidence, words, asked_at, state, decided_at, refusal
                from merchant.take_over where person_id = :person order by asked_at, id
                """, """
                    update merchant.take_over
                    set words = '–', picture = null,
                        evidence = case when evidence = 'PHOTO' then 'LICENCE' else evidence end,
                        state = case when state = 'OPEN' then 'WITHDRAWN' else state end,
                        decided_at = coalesce(decided_at, :now)
                    where person_id = any (:people)
                    """),
            Kept.stays("merchants-opened", "merchant.merchant", """
                select id, name, created_at from merchant.merchant where opened_by = :person order by created_at, id
                """));

    private final People people;
    private final JdbcClient jdbc;

    KeptOfPeople(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    /** A merchant that nobody could run any more would leave its guests and its money alone. */
    @Override
    public List<Obstacle> obstacles(PersonId person) {
        var obstacles = new ArrayList<Obstacle>();
        for (var grant : people.actor(person).map(Actor::grants).orElse(List.of())) {
            var merchant = grant.merchant();
            if (merchant != null
                    && people.merchantsPeople(grant.region(), merchant).equals(List.of(person))) {
                obstacles.add(obstacle(grant.region(), merchant));
            }
        }
        return obstacles;
    }

    private Obstacle obstacle(RegionId region, UUID merchant) {
        var name = jdbc.sql("select name ->> 'en' as en, name ->> 'zh' as zh from merchant.merchant"
                        + " where region_id = ? and id = ?")
                .params(region.number(), merchant)
                .query(Words.class)
                .single();
        return new Obstacle(
                new Refusal(MerchantReason.NOBODY_ELSE_RUNS_IT, null, Map.of("merchant", name)),
                List.of(new Obstacle.Item(name, "/desk")));
    }
}
