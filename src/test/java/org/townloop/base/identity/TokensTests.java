package org.townloop.base.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.TestSalon;

/** What a token opens, and for how long. */
@TownTest
class TokensTests {

    @Autowired
    private People people;

    @Autowired
    private Roles roles;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Gate gate;

    @Autowired
    private JdbcClient jdbc;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final RegionId region = salon.region();
    private final UUID merchant = salon.merchant().value();
    private final UUID place = salon.place().value();
    private Person owner = new Person(new PersonId(UUID.randomUUID()), region, "", Locale.ENGLISH);

    @BeforeEach
    void somebodyRunsAPlace() {
        owner = people.create(region, "Tong", Locale.ENGLISH);
        roles.grant(owner.id(), owner.id(), new Grant(Role.MERCHANT, region, merchant, null));
    }

    @Test
    void aCountersTokenRedeemsAndDoesNothingElse() {
        var secret = tokens.issue(owner(), "tablet", counter()).secret();
        var actor = tokens.actor(secret).orElseThrow();
        assertThat(actor.grants()).containsExactly(new Grant(Role.COUNTER, region, null, place));
        assertThat(gate.allows(actor, Right.REDEEM, Scope.place(region, merchant, place)))
                .isTrue();
        assertThat(gate.allows(actor, Right.SEE_DESK, Scope.place(region, merchant, place)))
                .isFalse();
        assertThat(gate.allows(actor, Right.SEE_STATEMENT, Scope.merchant(region, merchant)))
                .isFalse();
        assertThat(gate.allows(actor, Right.OWN, Scope.person(owner.id()))).isFalse();
        assertThat(gate.allows(owner(), Right.OWN, Scope.person(owner.id()))).isTrue();
    }

    @Test
    void aCountersTokenEndsWithTheRole() {
        var secret = tokens.issue(owner(), "tablet", counter()).secret();
        roles.revoke(owner.id(), owner.id(), new Grant(Role.MERCHANT, region, merchant, null));
        assertThat(tokens.actor(secret)).isEmpty();
    }

    @Test
    void nobodyMakesATokenForAnotherCounterOrFromALesserToken() {
        var elsewhere = TokenScope.counter(region, UUID.randomUUID(), place);
        assertThatThrownBy(() -> tokens.issue(owner(), "x", elsewhere)).isInstanceOf(Absent.class);
        var lesser = tokens.actor(tokens.issue(owner(), "tablet", counter()).secret())
                .orElseThrow();
        assertThatThrownBy(() -> tokens.issue(lesser, "x", TokenScope.everything()))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        var token = tokens.issue(owner(), "script", TokenScope.everything());
        assertThat(tokens.actor(token.secret()).orElseThrow().person()).isEqualTo(owner.id());
        tokens.revoke(owner(), token.id());
        assertThat(tokens.actor(token.secret())).isEmpty();
        assertThat(tokens.of(owner.id())).isEmpty();
    }

    @Test
    void whoRunsThePlaceRevokesItsCountersAndNobodyElsesToken() {
        var clerk = people.create(region, "Xu", Locale.CHINA);
        roles.grant(owner.id(), clerk.id(), new Grant(Role.COUNTER, region, null, place));
        var actor = people.actor(clerk.id()).orElseThrow();
        var tablet = tokens.issue(actor, "tablet", counter());
        var own = tokens.issue(actor, "script", TokenScope.everything());
        assertThatThrownBy(() -> tokens.revoke(owner(), own.id())).isInstanceOf(Absent.class);
        tokens.revoke(owner(), tablet.id());
        assertThat(tokens.actor(tablet.secret())).isEmpty();
        assertThat(tokens.actor(own.secret())).isPresent();
    }

    @Test
    void rolesAndTokensAreAudited() {
        var token = tokens.issue(owner(), "script", TokenScope.everything());
        tokens.revoke(owner(), token.id());
        roles.revoke(owner.id(), owner.id(), new Grant(Role.MERCHANT, region, merchant, null));
        assertThat(audited()).containsExactly("role-granted", "token-issued", "token-revoked", "role-revoked");
    }

    private List<@Nullable String> audited() {
        return jdbc.sql("select action from identity.audit where person_id = ? order by id")
                .param(owner.id().value())
                .query(String.class)
                .list();
    }

    private Actor owner() {
        return people.actor(owner.id()).orElseThrow();
    }

    private TokenScope counter() {
        return TokenScope.counter(region, merchant, place);
    }
}
