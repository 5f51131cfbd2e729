package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import org.townloop.loop.checkout.Custody;
import org.townloop.supply.TestSalon;

/** The office says what of a sale goes to whom; regions inherit it, say something else, or may not. */
@TownTest
class RatesPageTests {

    private static final RegionId LAND = new RegionId(995_000);
    private static final RegionId TOWN = new RegionId(995_001);

    @LocalServerPort
    int port;

    @Autowired
    Regions regions;

    @Autowired
    Custody custody;

    private PageClient land;
    private PageClient town;

    @BeforeEach
    void open() throws IOException {
        regions.ensureAll(List.of(
                new NewRegion(
                        LAND,
                        null,
                        Region.Kind.COUNTRY,
                        "rate-land",
                        Words.of("Rateland", "分成国"),
                        ZoneId.of("Asia/Shanghai"),
                        Currency.getInstance("CNY"),
                        List.of("en", "zh-CN"),
                        null,
                        null,
                        new Shares(500, 200, null)),
                NewRegion.under(LAND, TOWN, Region.Kind.COUNTY, "rate-town", Words.of("Ratetown", "分成城"))));
        forget();
        land = PageClient.of(port, operatorOf(LAND));
        town = PageClient.of(port, operatorOf(TOWN));
    }

    @AfterEach
    void forget() {
        TestTown.jdbc().sql("""
            update region.region set referrer_basis_points = null, rates_locked = false,
                platform_basis_points = case id when 995000 then 500 end,
                partner_basis_points = case id when 995000 then 200 end
            where id in (995000, 995001)
            """).update();
        regions.reload();
    }

    @Test
    void aRegionInheritsSaysItsOwnAndMayBeLocked() throws IOException {
        assertThat(town.get("/office/rates").words())
                .contains("Platform 5 %", "Regional partner 2 %", "Who sent the resident 0 %", "at least 93 %");
        assertThat(save(town, "rate-town", "", "1.25", "3", false).status()).isEqualTo(303);
        assertThat(shares(TOWN)).isEqualTo(new Shares(500, 125, null, 300, null));
        assertThat(save(land, "rate-land", "6", "2", "", false).status()).isEqualTo(303);
        assertThat(shares(TOWN)).as("what is not its own follows").isEqualTo(new Shares(600, 125, null, 300, null));
        assertThat(land.get("/office/rates").words())
                .contains("Ratetown platform 6 %, partner 1.25 %, who sent the resident 3 %");
        assertThat(save(land, "rate-land", "6", "2", "1", true).status()).isEqualTo(303);
        assertThat(shares(TOWN)).isEqualTo(new Shares(600, 200, null, 100, null));
        var locked = town.get("/office/rates");
        assertThat(locked.words()).contains("Rateland has set these shares");
        assertThat(save(town, "rate-town", "1", "1", "1", false).status()).isEqualTo(422);
        assertThat(save(land, "rate-land", "6", "2", "1", false).status()).isEqualTo(303);
        assertThat(shares(TOWN))
                .as("once unlocked, its own count again")
                .isEqualTo(new Shares(600, 125, null, 300, null));
    }

    @ParameterizedTest
    @CsvSource({"101, 0, 0", "-1, 0, 0", "1.255, 0, 0", "'', 0, abc", "0, '=1', 0", "60, 30, 20", "60, 60, 0"})
    void whatIsNoShareIsRefusedAndStaysTyped(String platform, String partner, String referrer) throws IOException {
        var refused = save(town, "rate-town", platform, partner, referrer, false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"" + (referrer.isEmpty() ? platform : referrer) + "\"");
        assertThat(shares(TOWN)).isEqualTo(new Shares(500, 200, null));
    }

    @Test
    void aChangeAboveThatWouldBeTooMuchBelowIsRefused() throws IOException {
        assertThat(save(town, "rate-town", "", "80", "", false).status()).isEqualTo(303);
        var refused = save(land, "rate-land", "30", "2", "", false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("more than 100 % in rate-town");
        assertThat(shares(LAND)).isEqualTo(new Shares(500, 200, null));
        assertThat(save(land, "rate-land", "", "2", "", false).status())
                .as("a root says its own")
                .isEqualTo(422);
    }

    @Test
    void sharesThatNoGatewayPartsOffAreWarnedOf() throws IOException {
        var most = custody.largestSplitBasisPoints().orElseThrow() / 100;
        assertThat(save(town, "rate-town", "", String.valueOf(most - 5), "", false)
                        .status())
                .isEqualTo(303);
        assertThat(town.get("/office/rates").body()).doesNotContain("id=\"too-much\"");
        assertThat(save(town, "rate-town", "", String.valueOf(most - 4), "", false)
                        .status())
                .isEqualTo(303);
        assertThat(town.get("/office/rates").words())
                .contains("Together these are " + (most + 1) + "%", "may part off more than " + most + "%");
        assertThat(town.get("/office/rates?lang=zh-CN").words()).contains("各项合计 " + (most + 1) + "%");
    }

    @Test
    void anotherRegionsRatesAreNobodysBusiness() throws IOException {
        assertThat(town.get("/office/rates?region=rate-land").status()).isEqualTo(404);
        assertThat(save(town, "rate-land", "0", "0", "0", false).status()).isEqualTo(404);
    }

    @Test
    void theSameInChinese() throws IOException {
        assertThat(town.get("/office/rates?lang=zh-CN").words())
                .contains("平台 5%", "区域合伙人 2%", "商家至少得到 93%", "留空就和上级地区一样");
    }

    private Shares shares(RegionId region) {
        return regions.get(region).shares();
    }

    private static PageClient.Answer save(
            PageClient who, String region, String platform, String partner, String referrer, boolean locked)
            throws IOException {
        var page = who.get("/office/rates");
        return who.post(
                "/office/rates",
                page,
                Map.of(
                        "region",
                        region,
                        "platform",
                        platform,
                        "partner",
                        partner,
                        "referrer",
                        referrer,
                        "locked",
                        locked ? "yes" : ""));
    }

    private static TestPeople operatorOf(RegionId region) {
        var person = TestPeople.resident(TestSalon.SHANGHAI);
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id) values (?, 'OPERATOR', ?)")
                .params(person.id(), region.number())
                .update();
        return person;
    }
}
