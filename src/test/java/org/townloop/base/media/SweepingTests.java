package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.SupplyTest;

/** What is left of pictures when the process stops between the file and the row. */
@SupplyTest
class SweepingTests extends SweptTown {

    SweepingTests(Atomically atomically, PlatformTransactionManager transactions) throws IOException {
        super(atomically, transactions);
    }

    @Test
    void afterACrashBeforeTheRowTheFileGoesOnTheNextDay() throws IOException {
        var developed = developed(500);
        assertThatThrownBy(() -> pictures.keep(developed, () -> {
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");
        assertThat(store.has(developed.id(), PictureSize.CARD)).isTrue();
        sweep(Duration.ofHours(1));
        assertThat(store.has(developed.id(), PictureSize.CARD))
                .as("it may yet get its row")
                .isTrue();
        sweep(TWO_DAYS);
        assertThat(files()).isZero();
    }

    @Test
    void afterACrashBeforeTheFileIsRemovedItGoesOnTheNextDay() throws IOException {
        var picture = added(501);
        TestTown.jdbc()
                .sql("delete from media.album where subject_id = ?")
                .param(subject)
                .update();
        TestTown.jdbc()
                .sql("delete from media.picture where id = ?")
                .param(picture.value())
                .update();
        sweep(TWO_DAYS);
        assertThat(files()).isZero();
    }

    @Test
    void whatIsRolledBackKeepsItsFile() {
        var picture = evidence(502);
        var erasure = erasure();
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            erasure.eraseBesides(List.of(person));
            assertThat(store.has(picture, PictureSize.PAGE))
                    .as("before the commit")
                    .isTrue();
            status.setRollbackOnly();
        });
        assertThat(pictures.find(picture, PictureSize.PAGE, Audience.OPERATORS)).isPresent();
        transaction.executeWithoutResult(status -> erasure.eraseBesides(List.of(person)));
        assertThat(store.has(picture, PictureSize.PAGE)).isFalse();
    }

    @Test
    void aFileThatIsClearedAwayBeforeItsRowIsWrittenAgain() {
        var developed = developed(503);
        shelves.put(developed);
        assertThat(shelves.clear(developed.id())).as("nobody names it yet").isTrue();
        atomically.run(() -> {
            shelves.hold(developed);
            pictures.write(person, developed, Audience.OPERATORS);
            return Outcome.done(developed.id());
        });
        assertThat(pictures.find(developed.id(), PictureSize.CARD, Audience.OPERATORS))
                .isPresent();
        assertThat(shelves.clear(developed.id())).as("a row names it").isFalse();
    }

    /** The control: with a row that is written without holding the file, it is lost. */
    @Test
    void withoutHoldingItTheFileIsLost() {
        var developed = developed(504);
        shelves.put(developed);
        shelves.clear(developed.id());
        pictures.write(person, developed, Audience.OPERATORS);
        assertThat(pictures.find(developed.id(), PictureSize.CARD, Audience.OPERATORS))
                .isEmpty();
    }

    @Test
    void whoeverAddsAndRemovesAtOnceNeverLosesTheFileOfARow() {
        var file = Crafted.jpeg(505, 300);
        var subjects = IntStream.range(0, 6)
                .mapToObj(i -> Ids.next(new RegionId(999_001), LONG_AGO))
                .toList();
        var developed = developed(505);
        for (int round = 0; round < 5; round++) {
            Race.of(6, hand -> {
                var added = albums.add(person, subjects.get(hand), file);
                if (hand % 2 == 0) {
                    albums.remove(subjects.get(hand), developed.id());
                }
                return added;
            });
            assertThat(pictures.find(developed.id(), PictureSize.CARD, Audience.EVERYBODY))
                    .isPresent();
        }
        subjects.forEach(each -> albums.remove(each, developed.id()));
        assertThat(store.has(developed.id(), PictureSize.CARD)).isFalse();
    }

    @Test
    void evidenceThatNobodyNeedsGoesAndTheRestStays() throws IOException {
        var refused = evidence(506);
        var open = evidence(507);
        var shown = added(508);
        needed.add(open);
        sweep(Duration.ofHours(1));
        assertThat(pictures.find(refused, PictureSize.PAGE, Audience.OPERATORS)).isPresent();
        sweep(TWO_DAYS);
        assertThat(pictures.find(refused, PictureSize.PAGE, Audience.OPERATORS)).isEmpty();
        assertThat(store.has(refused, PictureSize.PAGE)).isFalse();
        assertThat(pictures.find(open, PictureSize.PAGE, Audience.OPERATORS)).isPresent();
        assertThat(pictures.find(shown, PictureSize.PAGE, Audience.EVERYBODY)).isPresent();
    }
}
