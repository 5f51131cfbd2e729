package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who never saw the town sells their first haircut, set menu, nights or class in it, by a handful of screens, in both languages. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GettingInBrowserTests {

    /** At half a minute for each, ten minutes. */
    private static final int MOST_SCREENS = 20;

    private final OpenTown town;
    private final List<Chromium> opened = new ArrayList<>();

    GettingInBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        opened.add(Chromium.launch());
    }

    @AfterAll
    void close() {
        opened.forEach(Chromium::close);
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aHairdresserSellsTheFirstHaircut(Tongue tongue) throws Exception {
        try (var entry = new GettingIn(opened.getFirst().browser(), town, tongue, true)) {
            walk(entry);
            entry.isVerified();
            System.out.println(entry.summary());
            assertThat(entry.screens()).isLessThanOrEqualTo(MOST_SCREENS);
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aKitchenSellsTheFirstSetMenu(Tongue tongue) throws Exception {
        try (var entry = new OpeningAKitchen(opened.getFirst().browser(), town, tongue)) {
            walk(entry);
            assertThat(entry.screens()).isLessThanOrEqualTo(MOST_SCREENS);
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void anInnSellsTheFirstNights(Tongue tongue) throws Exception {
        try (var entry = new OpeningAnInn(opened.getFirst().browser(), town, tongue)) {
            walk(entry);
            assertThat(entry.screens()).isLessThanOrEqualTo(MOST_SCREENS);
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aStudioSellsTheFirstSeat(Tongue tongue) throws Exception {
        try (var entry = new OpeningAStudio(opened.getFirst().browser(), town, tongue)) {
            walk(entry);
            assertThat(entry.screens()).isLessThanOrEqualTo(MOST_SCREENS);
        }
    }

    @Test
    void gettingInNeedsNoScripts() throws Exception {
        try (var entry = new GettingIn(opened.getFirst().browser(), town, Tongue.ENGLISH, false)) {
            walk(entry);
        }
    }

    @Test
    void aTradeThatNobodyHasForeseenIsMadeInTheOfficeAndSells() throws Exception {
        try (var entry = new OpeningAForge(opened.getFirst().browser(), town)) {
            entry.isMadeInTheOffice();
            walk(entry);
        }
    }

    private static void walk(GettingIn entry) throws Exception {
        entry.signsUp();
        entry.opensThePlace();
        entry.saysWhenAndWho();
        entry.writesAnOffer();
        entry.looksAndSaysItIsRight();
        entry.sellsToAResident();
        entry.redeems();
    }
}
