package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.townloop.LoopClient;
import org.townloop.TestPeople;

/**
 * A resident objects with a picture, the shop answers, an operator decides, and all three read how it went; without scripts. People
 * write Chinese, whatever the pages speak: other tests read what they wrote.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisputeBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    DisputeBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void fromTheOrderToTheDecisionAndWhatIsGivenBackAfterwards(Tongue tongue) throws IOException {
        var chinese = tongue == Tongue.CHINESE;
        var somebody = new TestPeople(new UUID(0, 0), chinese ? "demo-resident" : "demo-resident-2");
        var client = new LoopClient(town.port());
        var order = had(client, somebody);
        var name = client.get(somebody, "/api/me").text("name");
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var shop = Visitor.withoutScripts(chromium.browser(), town, tongue, 1440);
                var office = Visitor.withoutScripts(chromium.browser(), town, tongue, 1440)) {
            resident.goTo("/sign-in").be(name, "main");
            resident.goTo("/orders/" + order).press("#dispute a.btn", "#object");
            resident.find("input[name=about][value=NOT_AS_PROMISED]").check();
            resident.find("input[name=wanted][value=ALL]").check();
            var words = "左边比右边长";
            resident.write("#f-words", words);
            resident.find("#f-picture").setInputFiles(new FilePayload("hair.png", "image/png", picture()));
            resident.press("button[name=more]", "img.photo");
            assertThat(resident.find("#f-words").inputValue()).isEqualTo(words);
            resident.press("#object button.primary", ".talk .said");
            assertThat(resident.all(".said img.photo").count()).isEqualTo(1);

            shop.goTo("/sign-in").be("Tong Xin", "main");
            shop.goTo("/desk/disputes").press(shop.all("li.panel a.touch").first(), "#f-words");
            assertThat(shop.read(".talk")).contains(words);
            assertThat(shop.all(".said img.photo").count()).isEqualTo(1);
            shop.find("input[name=offer][value=none]").check();
            shop.write("#f-words", "按要求剪的");
            shop.press("button.primary", ".said.mine");

            office.goTo("/sign-in").be("Shen Guang", "main");
            var dispute = client.get(somebody, "/api/orders/" + order + "/disputes")
                    .body()
                    .at("/disputes/0/id")
                    .asString();
            office.goTo("/office/disputes").press("li.panel a[href*='" + dispute + "']", "#f-reasons");
            assertThat(office.read("main")).contains(words, chinese ? "已核销" : "redeemed");
            office.write("#f-ofOrder", "10").write("#f-platform", "5").write("#f-reasons", "照片为证");
            office.press("button.btn[name=look]", "form .say");
            assertThat(office.read("form .say")).contains("¥15", "¥10", "¥5");
            office.press("form[action$='/decision'] button.primary", ".panel.lifted .num");

            resident.goTo("/orders/" + order + "/dispute");
            assertThat(resident.read("main")).contains("¥15", "照片为证");

            shop.goTo("/desk/orders/" + order + "/refund").write("#f-amount", "3");
            shop.write("#f-reason", "赔个不是").press("button.primary", "button[name=confirm]");
            assertThat(shop.read(".panel.lifted")).contains("¥3");
            shop.press("button[name=confirm]", ".offers li");
            assertThat(shop.read(".offers")).contains("¥15", "¥3", "赔个不是");
            assertThat(resident.goTo("/my-loop").read("main")).contains("赔个不是");
        }
    }

    private static UUID had(LoopClient client, TestPeople somebody) throws IOException {
        var counter = new TestPeople(new UUID(0, 0), "demo-counter");
        var place = client.get(counter, "/api/me").text("placeId");
        var offers = client.get(somebody, "/api/offers?place=" + place).body().path("offers");
        for (var offer : offers) {
            for (var slot : offer.path("nextSlots")) {
                var held = client.post(
                        somebody,
                        "/api/orders",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "offerId",
                                offer.path("id").asString(),
                                "slotStart",
                                slot.path("start").asString(slot.asString(""))));
                if (held.status() == 201) {
                    client.press(
                            client.pay(somebody, held.id(), UUID.randomUUID().toString())
                                    .text("redirectUrl"),
                            "succeed");
                    client.order(somebody, held.id(), "PAID");
                    client.redeem(
                            counter,
                            client.tokens(somebody, held.id()).getFirst(),
                            UUID.randomUUID().toString());
                    client.order(somebody, held.id(), "SETTLED");
                    return held.id();
                }
            }
        }
        throw new AssertionError("nothing can be had there: " + offers);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
