package org.townloop.surface.page;

import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.townloop.base.kernel.Absent;
import org.townloop.base.media.Audience;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.base.media.Pictures;

/** The pictures that everybody may see. Under one address there is the same picture for ever. */
@Controller
class PictureFiles {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Pictures pictures;

    PictureFiles(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/media/{id}.{size}.jpg")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String size) {
        var jpeg = PictureId.of(id)
                .flatMap(picture -> pictures.find(picture, size(size), Audience.EVERYBODY))
                .orElseThrow(() -> new Absent("picture " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .body(jpeg);
    }

    private static PictureSize size(String code) {
        return Arrays.stream(PictureSize.values())
                .filter(size -> size.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Absent("size " + code));
    }
}
