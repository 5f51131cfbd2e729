package org.townloop.base.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.townloop.base.kernel.Atomically;
import org.townloop.supply.SupplyTest;

/** What becomes of pictures whose files a disk does not give, or not give up. */
@SupplyTest
class LostPicturesTests extends SweptTown {

    LostPicturesTests(Atomically atomically, PlatformTransactionManager transactions) throws IOException {
        super(atomically, transactions);
    }

    /** One file of four is away for a while, then all are: no row goes, and what comes back is seen again. */
    @Test
    void aPictureWhoseFileCannotBeReadStaysInItsAlbum() throws IOException {
        var added = IntStream.range(510, 514).mapToObj(this::added).toList();
        var shelf = shelf(added.getFirst());
        var away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(shelf, away);
        sweep(TWO_DAYS);
        assertThat(albums.of(subject)).containsExactlyElementsOf(added);
        Files.move(away, shelf);
        sweep(TWO_DAYS);
        assertThat(pictures.find(added.getFirst(), PictureSize.PAGE, Audience.EVERYBODY))
                .isPresent();
        added.forEach(store::remove);
        sweep(TWO_DAYS);
        assertThat(albums.of(subject)).containsExactlyElementsOf(added);
    }

    /** A link that leads to itself: what the disk answers is not that there is no such file. */
    @Test
    void aDiskThatDoesNotAnswerIsNotAnEmptyOne() throws IOException {
        var picture = added(515);
        var file = shelf(picture).resolve(picture.value() + ".page.jpg");
        Files.delete(file);
        Files.createSymbolicLink(file, file.getFileName());
        assertThatThrownBy(() -> store.has(picture, PictureSize.PAGE)).isInstanceOf(UncheckedIOException.class);
        sweep(TWO_DAYS);
        assertThat(albums.of(subject)).containsExactly(picture);
    }

    @Test
    void aLostFileIsToldOnceADay() throws IOException {
        var sweeping = sweeping();
        store.remove(added(516));
        var evidence = evidence(517);
        needed.add(evidence);
        store.remove(evidence);
        var told = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(Sweeping.class);
        told.start();
        log.addAppender(told);
        try {
            for (var later : List.of(TWO_DAYS, TWO_DAYS.plusHours(1), TWO_DAYS.plusDays(1))) {
                clock.set(LONG_AGO.plus(later));
                sweeping.sweep();
            }
        } finally {
            log.detachAppender(told);
        }
        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .allMatch(
                        message -> message.startsWith("the files of 2 pictures") && message.contains(evidence.value()));
    }

    /** Or an erasure would not be written into the file that outlives the database. */
    @Test
    void aDiskThatRefusesIsNoReasonToRefuseWhatWasCommitted() throws IOException {
        var picture = evidence(518);
        var inTheWay = shelf(picture).resolve(picture.value() + ".page.jpg");
        Files.delete(inTheWay);
        Files.createDirectories(inTheWay.resolve("no picture"));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> erasure().eraseBesides(List.of(person)));
        assertThat(pictures.find(picture, PictureSize.CARD, Audience.OPERATORS)).isEmpty();
        FileSystemUtils.deleteRecursively(inTheWay);
        sweep(TWO_DAYS);
        assertThat(store.has(picture, PictureSize.CARD)).isFalse();
    }

    @Test
    void evidenceThatSomebodyElseHasSentTooStaysForThem() {
        var both = evidence(519);
        var own = evidence(520);
        needed.add(both);
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> erasure().eraseBesides(List.of(person)));
        assertThat(pictures.find(both, PictureSize.PAGE, Audience.OPERATORS)).isPresent();
        assertThat(pictures.find(own, PictureSize.PAGE, Audience.OPERATORS)).isEmpty();
        needed.clear();
        transaction.executeWithoutResult(status -> erasure().eraseBesides(List.of(person)));
        assertThat(pictures.find(both, PictureSize.PAGE, Audience.OPERATORS)).isEmpty();
    }
}
