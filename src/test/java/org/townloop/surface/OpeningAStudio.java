package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;

/** The same for a studio: it has a teacher and a room, and the first thing sold is a seat of a class at its usual time. */
final class OpeningAStudio extends GettingIn {

    OpeningAStudio(Browser browser, OpenTown town, Tongue tongue) {
        super(browser, town, tongue, true);
    }

    @Override
    String trade() {
        return "classes";
    }

    @Override
    String name() {
        return tongue == Tongue.CHINESE ? "磨坊瑜伽" : "Mill Yoga";
    }

    /** Usual seats and usual times are there already. */
    @Override
    void writesAnOffer() throws IOException {
        press(".suggestions a", "#f-price");
        assertThat(merchant.find("#f-seats").inputValue()).isEqualTo("12");
        assertThat(merchant.find("#f-weekly").inputValue()).contains("19:00");
        write("#f-price", "58");
        press("form:has(#f-price) button.primary", "input[type=file]");
        showsIt();
    }
}
