package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.townloop.TestClock;

/** The same for an inn: nobody need be named, there are rooms, and the first thing sold is two nights. */
final class OpeningAnInn extends GettingIn {

    private static final LocalDate ARRIVAL =
            LocalDate.ofInstant(TestClock.START, ZoneId.of("Asia/Shanghai")).plusDays(9);

    OpeningAnInn(Browser browser, OpenTown town, Tongue tongue) {
        super(browser, town, tongue, true);
    }

    @Override
    String trade() {
        return "hotels";
    }

    @Override
    String name() {
        return tongue == Tongue.CHINESE ? "磨坊客栈" : "Mill Inn";
    }

    /** Open day and night, with so many rooms of a type, as the trade usually has it. */
    @Override
    void saysWhenAndWho() {
        press("form.week button.primary", "#f-units");
        assertThat(merchant.find("#f-units").inputValue()).isNotBlank();
        press("form:has(#f-units) button.primary", ".suggestions");
    }

    @Override
    void writesAnOffer() throws IOException {
        press(".suggestions a", "#f-price");
        assertThat(merchant.find("#f-sleeps").inputValue()).isEqualTo("2");
        assertThat(merchant.all("[name=staff]").count()).isZero();
        write("#f-price", "188");
        press("form:has(#f-price) button.primary", "input[type=file]");
        showsIt();
    }

    @Override
    void sellsToAResident() {
        resident.goTo("/sign-in?next=" + offer).be("Chen Bo", "#arrival");
        resident.find("#arrival").fill(ARRIVAL.toString());
        resident.find("#departure").fill(ARRIVAL.plusDays(2).toString());
        resident.press("#free form:has(#arrival) button", "#free table");
        resident.press("#free form[method=post] button.primary", ".checkout .held")
                .press(".checkout button.primary", "button.pay")
                .press("button.pay", ".ticket svg");
        token = resident.all(".ticket .token").textContent().strip();
    }
}
