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

/** The whole loop in a browser, over all surfaces, in both languages, and in the portal without scripts. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopBrowserTests {

    private final OpenTown town;
    private final List<Chromium> opened = new ArrayList<>();

    LoopBrowserTests(OpenTown town) {
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
    void theLoopClosesOverAllSurfaces(Tongue tongue) {
        try (var walk = walk(tongue, "Lin Yue", tongue.name(), true)) {
            var before = walk.staffSignsIn();
            var paperBefore = walk.statement();
            walk.findsAHaircut();
            walk.holdsATime();
            walk.seesTheHoldRunOut();
            walk.pays();
            walk.isExpectedByTheMerchant();
            walk.isRecognisedAtTheCounter();
            isPaidOut(walk, paperBefore);
            walk.reviews();
            walk.seesTheReviewInTheNextSearch();
            walk.isAnswered();
            assertThat(walk.loopCount()).isEqualTo(before.plusOne());
        }
    }

    @Test
    void theResidentsPartNeedsNoScripts() {
        try (var walk = walk(Tongue.ENGLISH, "Chen Bo", "PLAIN", false)) {
            walk.staffSignsIn();
            walk.findsAHaircut();
            walk.holdsATime();
            walk.pays();
            walk.isRecognisedAtTheCounter();
            walk.reviews();
            walk.seesTheReviewInTheNextSearch();
        }
    }

    private static void isPaidOut(LoopWalk walk, StatementPaper before) {
        var after = walk.statement();
        assertThat(before.addsUp()).isTrue();
        assertThat(after.addsUp()).isTrue();
        var added = new ArrayList<>(after.rows());
        added.removeAll(before.rows());
        assertThat(added)
                .anySatisfy(row -> assertThat(row.gross()).isEqualByComparingTo(StatementPaper.amount(walk.price())));
    }

    private LoopWalk walk(Tongue tongue, String name, String mark, boolean scripts) {
        return new LoopWalk(opened.getFirst().browser(), town, tongue, name, mark, scripts);
    }
}
