package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

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

    @Test
    void isAcceptedAndItsFirstStagePaid() {
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, Tongue.CHINESE, 390)) {
            resident.goTo("/sign-in").be("Lin Yue", "main");
            resident.goTo("/quotes").press(resident.saying("h2 a", "居民搬家").first(), ".quotation");
            var quote = resident.here();
            assertThat(resident.read(".quotation")).contains("装车", "就位", "900.00");
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
