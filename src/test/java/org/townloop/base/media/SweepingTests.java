package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.supply.SupplyTest;

/** What is left of pictures when the process stops between the file and the row, in a year that has no others. */
@SupplyTest
class SweepingTests {

    private static final Instant LONG_AGO = Instant.parse("2021-03-01T00:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final Atomically atomically;
    private final PlatformTransactionManager transactions;
    private final TestClock clock = new TestClock();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final UUID subject = Ids.next(new RegionId(999_001), LONG_AGO);
    private final Set<PictureId> needed = new HashSet<>();
    private final Path folder;
    private final DiskStore store;
    private final Shelves shelves;
    private final Pictures pictures;
    private final Albums albums;

    SweepingTests(Atomically atomically, PlatformTransactionManager transactions) throws IOException {
        this.atomically = atomically;
        this.transactions = transactions;
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "swept");
        this.store = new DiskStore(new DataFolder(folder));
        this.shelves = new Shelves(store, TestTown.jdbc(), transactions);
        this.pictures = new Pictures(new Darkroom(), store, shelves, atomically, TestTown.jdbc(), clock);
        this.albums = new Albums(
                new Darkroom(), pictures, shelves, new Turns(TestTown.jdbc()), atomically, TestTown.jdbc(), clock);
    }

    @BeforeEach
    void begin() {
        clock.set(LONG_AGO);
        TestTown.jdbc()
                .sql("delete from media.album where added_at < '2022-01-01'")
                .update();
        TestTown.jdbc()
                .sql("delete from media.picture where created_at < '2022-01-01'")
                .update();
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
        var erasure = new KeptOfPeople(TestTown.jdbc(), store, shelves);
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

    @Test
    void aPictureWhoseFileIsLostLeavesItsAlbumUnlessMostAreLost() throws IOException {
        var pictures = IntStream.range(510, 514).mapToObj(this::added).toList();
        store.remove(pictures.getFirst());
        sweep(TWO_DAYS);
        assertThat(albums.of(subject)).containsExactlyElementsOf(pictures.subList(1, 4));
        pictures.forEach(store::remove);
        sweep(TWO_DAYS);
        assertThat(albums.of(subject))
                .as("a folder that is not there loses nothing")
                .hasSize(3);
    }

    private void sweep(Duration later) throws IOException {
        clock.set(LONG_AGO.plus(later));
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
        PictureUse use = asked -> {
            var used = new HashSet<>(needed);
            used.retainAll(asked);
            return used;
        };
        new Sweeping(store, shelves, List.of(use), atomically, TestTown.jdbc(), clock).sweep();
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private Developed developed(int width) {
        return done(new Darkroom().develop(Crafted.jpeg(width, 300), Audience.EVERYBODY));
    }

    private PictureId evidence(int width) {
        return done(pictures.keepForOperators(person, Crafted.jpeg(width, 300)));
    }

    private PictureId added(int width) {
        return done(albums.add(person, subject, Crafted.jpeg(width, 300)));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
