package io.briefcast.adapter.slack;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.briefcast.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Encrypts tokens at rest (AES-256-GCM by Tink). A sealed token opens only in its own workspace and column, so that
 * nobody who can write the store can move a token to another workspace. The key set may hold several keys: the primary
 * one seals, every one opens.
 */
final class SlackVault {
    /** Tink writes a version and the key's id before what it sealed. */
    private static final int PREFIX = 5;

    private static final byte VERSION = 1;

    private final Aead aead;
    private final byte[] primary;

    private SlackVault(KeysetHandle keys) {
        this.primary = ByteBuffer.allocate(PREFIX)
                .put(VERSION)
                .putInt(keys.getPrimary().getId())
                .array();
        try {
            this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("briefcast.slack.keyset holds no keys for encryption", e);
        }
    }

    /** With the operator's key set, in Tink's JSON format. */
    static SlackVault of(Secret keyset) {
        try {
            return new SlackVault(TinkJsonProtoKeysetFormat.parseKeyset(
                    keyset.reveal(), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            // Without the cause: it might quote the key.
            throw new IllegalArgumentException(
                    "briefcast.slack.keyset cannot be read; allowed is a key set in the JSON format of Tink");
        }
    }

    /** With the key set in a file, which is made when it is not there, for its owner's eyes only. */
    static SlackVault in(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file, fresh());
            }
            return of(new Secret(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key set of Slack's tokens cannot be read or written: " + file, e);
        }
    }

    /** A new key set with one key. */
    static Secret fresh() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return new Secret(TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes no key", e);
        }
    }

    /** The token, sealed for its workspace. */
    String seal(String team, Secret token) {
        return seal(place(team, "sealed_token"), token);
    }

    /** What renews the token, sealed for its workspace. */
    String sealRenewal(String team, Secret token) {
        return seal(place(team, "sealed_refresh"), token);
    }

    private String seal(byte[] place, Secret token) {
        try {
            byte[] sealed = aead.encrypt(token.reveal().getBytes(StandardCharsets.UTF_8), place);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be sealed", e);
        }
    }

    /** The token; empty when it was sealed for another workspace or with a key that is gone. */
    Optional<Secret> open(String team, String sealed) {
        return open(place(team, "sealed_token"), sealed);
    }

    /** The same for what renews a token. */
    Optional<Secret> openRenewal(String team, String sealed) {
        return open(place(team, "sealed_refresh"), sealed);
    }

    private Optional<Secret> open(byte[] place, String sealed) {
        try {
            byte[] token = aead.decrypt(Base64.getDecoder().decode(sealed), place);
            return Optional.of(new Secret(new String(token, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the primary key sealed it. */
    boolean isCurrent(String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            return bytes.length > PREFIX && Arrays.equals(primary, 0, PREFIX, bytes, 0, PREFIX);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] place(String team, String column) {
        return ("slack/" + team + "/installations." + column).getBytes(StandardCharsets.UTF_8);
    }

    /** All of it or nothing, whenever the machine stops: without its keys no token opens again. */
    private static void write(Path file, Secret keyset) throws IOException {
        Path beside = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(keyset.reveal().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
