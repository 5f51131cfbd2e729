package org.townloop.base.media;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Develops pictures, few at a time: each takes some tens of megabytes while it is worked on. */
@Component
class Darkroom {

    private static final int PLACES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(PLACES, true);

    Outcome<Developed> develop(byte[] upload, Audience audience) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.refused(Refusal.of(PictureReason.PICTURES_BUSY, "picture"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(Refusal.of(PictureReason.PICTURES_BUSY, "picture"));
        }
        try {
            return new Upload(upload).decoded().map(picture -> Developed.of(picture, audience));
        } finally {
            places.release();
        }
    }
}
