package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.region.Regions;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.PackVersions;
import org.townloop.supply.pack.Packs;

/** An operator installs a version of a pack, puts it to use and goes back; what was sold keeps its terms. */
@TownTest
class PackPagesTests {

    private static final PackId HAIR = new PackId("hair-and-beauty");
    private static final String REGION = "test-shanghai";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Packs packs;

    @Autowired
    PackVersions versions;

    @Autowired
    Regions regions;

    @Autowired
    TestClock clock;

    private SalonDay day;
    private PageClient operator;
    private int shipped;
    private int next;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
        operator = PageClient.of(port, operatorOfAll());
        shipped = packs.current(HAIR).version();
        next = versions.of(HAIR).getFirst().number() + 1;
    }

    @AfterEach
    void asShipped() {
        var now = packs.current(HAIR).version();
        if (now != shipped) {
            versions.makeCurrent(HAIR, shipped, now, what -> {});
        }
    }

    @Test
    void aFaultyFileIsRefusedWithItsLinesAndStaysInTheEditor() throws IOException {
        var page = operator.get("/office/new-trade");
        assertThat(operator.get("/office/pack-text?from=hair-and-beauty&version=" + shipped)
                        .body())
                .contains("id: ", "hair-and-beauty");
        var faulty = text(next).replaceFirst("startEveryMinutes: 15", "startEveryMinutes: 7");
        var answer = sent(page, faulty, "install");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words())
                .contains("There is a fault in it", "Line ", "modes.0.startEveryMinutes", "choose one of 5, 10");
        assertThat(answer.body()).contains("startEveryMinutes: 7");
        assertThat(versions.of(HAIR).getFirst().number()).isEqualTo(next - 1);
    }

    @Test
    void aNewVersionIsInstalledComparedUsedAndLeftAgainAndWhatWasSoldKeepsItsTerms() throws IOException {
        var guest = PageClient.of(port, day.guest());
        var order = day.paid(SalonDay.AT_THREE);
        var before = guest.get("/orders/" + order).words();
        assertThat(before).contains("30% is kept");

        var page = operator.get("/office/new-trade");
        var dearer = text(next).replaceFirst("keptPercent: 30", "keptPercent: 40");
        assertThat(sent(page, dearer, "look").words()).contains("There is no fault in it");
        var installed = operator.follow(sent(page, dearer, "install"));
        assertThat(installed.words())
                .contains("cancelling later than 2 hours before now costs 40% instead of 30%", "Put version " + next);
        assertThat(packs.current(HAIR).version()).isEqualTo(shipped);
        assertThat(sent(page, dearer, "install").words()).contains("Give this one the number " + (next + 1));

        assertThat(use(next, shipped).status()).isEqualTo(303);
        assertThat(packs.current(HAIR).version()).isEqualTo(next);
        assertThat(use(next, shipped).status()).as("somebody else was faster").isEqualTo(409);
        assertThat(guest.get("/orders/" + order).words())
                .contains("30% is kept")
                .doesNotContain("40% is kept");
        assertThat(guest.get("/offers/" + day.haircut()).words())
                .as("written under the old one")
                .contains("30% is kept");

        packs.installShipped();
        assertThat(packs.current(HAIR).version()).as("a start changes nothing").isEqualTo(next);
        assertThat(use(shipped, next).status()).isEqualTo(303);
        packs.installShipped();
        assertThat(packs.current(HAIR).version()).isEqualTo(shipped);
        assertThat(notes()).isGreaterThanOrEqualTo(3);
        assertThat(operator.get("/office/packs").words()).contains("Hair and beauty");
    }

    @Test
    void theOperatorOfARegionWithoutPlacesMayLookButNotChange() throws IOException {
        TestTown.jdbc().sql("""
            insert into region.region (id, kind, code, name, zone, currency, languages,
                platform_basis_points, partner_basis_points)
            values (998900, 'country', 'test-empty', '{"en": "Empty"}', 'America/New_York', 'USD', '{en}', 500, 100)
            on conflict do nothing
            """).update();
        regions.reload();
        var one = PageClient.of(port, operatorOf(998_900));
        assertThat(one.get("/office/packs/hair-and-beauty").words())
                .contains("How it is booked")
                .doesNotContain("Put version");
        assertThat(one.get("/office/pack-text").status()).isEqualTo(404);
        assertThat(one.get("/office/new-trade").status()).isEqualTo(404);
    }

    @Test
    void aTradeThatNobodyHasForeseenIsPublishedFromAForm() throws IOException {
        var page = operator.get("/office/new-trade");
        var typed = new HashMap<String, String>();
        typed.put("region", REGION);
        typed.put("act", "publish");
        var name = "Kite mending " + Long.toString(System.nanoTime(), 36);
        typed.put("nameEn", name);
        assertThat(operator.post("/office/new-trade", page, typed).status()).isEqualTo(422);
        var refused = operator.post("/office/new-trade", page, typed);
        assertThat(refused.words())
                .contains("zh is missing", "What the trade is called")
                .doesNotContain("attributes.");
        assertThat(refused.body()).contains(name);
        Map.of(
                        "nameZh",
                        "修风筝",
                        "summaryEn",
                        "Kites that fly again.",
                        "summaryZh",
                        "让风筝再飞。",
                        "unitEn",
                        "kite",
                        "unitZh",
                        "只",
                        "staffEn",
                        "mender",
                        "staffZh",
                        "师傅",
                        "way",
                        "appointment")
                .forEach(typed::put);
        typed.put("attr.0.en", "Paper");
        typed.put("attr.0.zh", "纸张");
        typed.put("attr.0.type", "choice");
        typed.put("attr.0.choices", "Silk | 绢\nPaper | 纸");
        var shown = operator.follow(operator.post("/office/new-trade", page, typed));
        assertThat(shown.words()).contains(name, "Paper", "Silk, Paper", "By appointment");
        assertThat(packs.trades()).anyMatch(trade -> name.equals(trade.name().en()) && trade.installed());
    }

    private PageClient.Answer sent(PageClient.Answer page, String text, String act) throws IOException {
        return operator.post("/office/pack-text", page, Map.of("region", REGION, "text", text, "act", act));
    }

    private PageClient.Answer use(int version, int seen) throws IOException {
        return operator.post(
                "/office/packs/hair-and-beauty/current",
                operator.get("/office/new-trade"),
                Map.of("region", REGION, "version", Integer.toString(version), "seen", Integer.toString(seen)));
    }

    private String text(int version) {
        return versions.text(HAIR, shipped).replaceFirst("(?m)^version: \\d+", "version: " + version);
    }

    private static int notes() {
        return TestTown.jdbc()
                .sql("select count(*) from identity.audit where action in ('pack-installed', 'pack-version-chosen')")
                .query(Integer.class)
                .single();
    }

    /** Packs are of all regions. */
    private TestPeople operatorOfAll() {
        return operatorOf(
                regions.all().stream().mapToInt(region -> region.id().number()).toArray());
    }

    private static TestPeople operatorOf(int... regions) {
        var person = TestPeople.resident(TestSalon.SHANGHAI);
        for (var region : regions) {
            TestTown.jdbc()
                    .sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                    .params(person.id(), region)
                    .update();
        }
        return person;
    }
}
