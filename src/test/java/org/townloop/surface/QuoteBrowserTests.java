package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is priced by a written offer, without scripts: asked for with a photograph; and accepted, and its first stage paid. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuoteBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    QuoteBrowserTests(OpenTown town) {
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

    @Test
    void isAskedForWithAPhotographThatIsKeptWhileTheRestIsTyped() throws IOException {
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 390)) {
            resident.goTo("/sign-in").be("Chen Bo", "main");
            resident.goTo("/search?q=moving+house");
            resident.press(resident.saying("h3 a", "Moving house"), "a[href^='/quotes/new/']");
            resident.press("a[href^='/quotes/new/']", "#f-words");
            resident.write("#f-words", "Two rooms and a bicycle.").write("#f-address", "Bell Street 4");
            resident.find("#q-home").selectOption("oneRoom");
            resident.write("#q-floorFrom", "2").write("#q-floorTo", "5");
            resident.find("#f-picture").setInputFiles(new FilePayload("room.png", "image/png", picture()));
            resident.press("button[name=more]", "img.photo");
            assertThat(resident.all("img.photo").count())
                    .as("the photograph is kept")
                    .isEqualTo(1);
            assertThat(resident.find("#f-words").inputValue()).isEqualTo("Two rooms and a bicycle.");
            resident.write("#f-destination", "River Road 30");
            resident.press(".entry-form button.primary", ".talk");
            assertThat(resident.read("main"))
                    .contains("The place answers by", "Two rooms and a bicycle.", "River Road 30");
            assertThat(resident.all("img.photo").count()).isEqualTo(1);
            resident.write("#f-message", "The bicycle has no lock.").press(".talk button", ".said");
            assertThat(resident.read(".talk")).contains("The bicycle has no lock.");
        }
    }

    /** The other side: read, reckoned, mended where it does not add up, sent, and read by whoever asked. */
    @ParameterizedTest
    @EnumSource(Tongue.class)
    void isWrittenAndSentAtTheDesk(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var desk = Visitor.withoutScripts(chromium.browser(), town, tongue, chinese ? 390 : 1440)) {
            var path = asked(resident, chinese ? "八箱旧书" : "Eight boxes of old books");
            desk.goTo("/sign-in").be("Fu Qiang", "main");
            desk.goTo("/desk" + path);
            assertThat(desk.read("main"))
                    .contains(chinese ? "八箱旧书" : "Eight boxes of old books", "River Road 30")
                    .contains(chinese ? "前答复" : "Answer by");
            desk.write("#f-line1", "Books").write("#f-amount1", "420.50").write("#f-line2", "Rebate");
            desk.write("#f-amount2", "-20.50").write("#f-stage1", "Loaded").write("#f-part1", "100");
            desk.press(".btn[name=reckon]", ".quote-form .say.wait");
            assertThat(desk.read(".quote-form .say")).contains("¥400", "¥300");
            desk.write("#f-stage2", "Carried up")
                    .write("#f-part2", "300")
                    .press(".btn[name=reckon]", ".quote-form .say");
            assertThat(desk.all(".quote-form .say.wait").count()).isZero();
            desk.press(".quote-form .btn.primary", "#h-startDay");
            assertThat(desk.all("#h-startDay, #h-hours, #h-days").count())
                    .as("said once")
                    .isEqualTo(1);
            var day = LocalDate.of(2026, 12, chinese ? 17 : 16);
            desk.write("#f-startDay", day.toString())
                    .write("#f-startTime", "09:00")
                    .write("#f-hours", "3");
            desk.write("#f-validUntil", day.minusDays(3).toString());
            desk.find("input[name=people]").check();
            desk.press(".quote-form .btn.primary", ".quotation");
            assertThat(desk.read(".quotation")).contains("Books", "¥400", "Carried up");

            resident.goTo(path);
            assertThat(resident.read(".quotation")).contains("Books", "¥420.50", "-¥20.50", "¥400", "Carried up");
            assertThat(resident.read("form[action$='/acceptance'] button")).contains("¥100");
        }
    }

    /** @return where the request is */
    private static String asked(Visitor resident, String words) {
        resident.goTo("/sign-in").be("Chen Bo", "main");
        resident.goTo("/search?q=moving+house");
        var chinese = resident.all("h3 a").filter(new Locator.FilterOptions().setHasText("居民搬家"));
        resident.press(
                chinese.count() > 0 ? chinese.first() : resident.saying("h3 a", "Moving house"),
                "a[href^='/quotes/new/']");
        resident.press("a[href^='/quotes/new/']", "#f-words");
        resident.write("#f-words", words).write("#f-address", "Bell Street 4").write("#f-destination", "River Road 30");
        resident.find("#q-home").selectOption("things");
        resident.write("#q-floorFrom", "2").write("#q-floorTo", "5");
        resident.press(".entry-form button.primary", ".talk");
        return resident.here().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void isAcceptedAndItsFirstStagePaid() {
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, Tongue.CHINESE, 390)) {
            resident.goTo("/sign-in").be("Lin Yue", "main");
            resident.goTo("/quotes").press(resident.saying("h2 a", "居民搬家").first(), ".quotation");
            var quote = resident.here();
            assertThat(resident.read(".quotation")).contains("装车", "就位", "¥900");
            resident.press("form[action$='/acceptance'] button", ".checkout");
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(resident.goTo(quote).read(".stages")).contains("已付，担保中");
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 160, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
