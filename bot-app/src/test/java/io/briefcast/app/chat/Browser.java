package io.briefcast.app.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A visitor with a browser: Debian's Chromium, headless. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target/screenshots");
    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether there is a browser on this machine. */
    static boolean isInstalled() {
        return found("chromium").isPresent() && found("chromedriver").isPresent();
    }

    static Browser open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found("chromium").orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(found("chromedriver").orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> found(String program) {
        return Stream.of("/usr/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void go(String address) {
        driver.get(address);
    }

    /** Types into the composer and sends it with the Enter key. */
    void say(String text) {
        WebElement composer = driver.findElement(By.id("text"));
        composer.sendKeys(text);
        composer.sendKeys(Keys.ESCAPE, Keys.ENTER);
    }

    /** Types into the composer without sending. */
    void type(CharSequence... keys) {
        driver.findElement(By.id("text")).sendKeys(keys);
    }

    String typed() {
        return String.valueOf(driver.findElement(By.id("text")).getDomProperty("value"));
    }

    List<String> suggestions() {
        return texts("#suggestions li b");
    }

    /** The bot's last message; empty where there is none. */
    String lastAnswer() {
        List<String> answers = answers();
        return answers.isEmpty() ? "" : answers.getLast();
    }

    /** The bot's messages, from top to bottom. */
    List<String> answers() {
        return texts("#messages .message.bot .said");
    }

    /** In one go: a message may be put in the place of another at any moment. */
    List<String> texts(String css) {
        return ((List<?>) Objects.requireNonNull(driver.executeScript(
                        "return [...document.querySelectorAll(arguments[0])].map(found => found.innerText)", css)))
                .stream().map(String::valueOf).toList();
    }

    /** Where the links of that label lead. */
    List<String> links(String label) {
        return driver.findElements(By.linkText(label)).stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .toList();
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** Presses the first button of that label in the last message that has one. */
    void press(String label) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(ignored -> {
                    pressOnce(label);
                    return true;
                });
    }

    private void pressOnce(String label) {
        List<WebElement> buttons = driver.findElements(By.xpath(
                "(//li[contains(@class,'message')][.//button[normalize-space()='%s']])[last()]//button[normalize-space()='%s']"
                        .formatted(label, label)));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", buttons.getFirst());
        buttons.getFirst().click();
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    /** Waits until something is so; where it never is, a picture shows what there was instead. */
    void until(BooleanSupplier condition) {
        try {
            new WebDriverWait(driver, PATIENCE).until(ignored -> condition.getAsBoolean());
        } catch (TimeoutException e) {
            screenshot("waited-in-vain");
            throw new AssertionError("not so after " + PATIENCE + "; the last answer: " + lastAnswer(), e);
        }
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Whether the visitor's system prefers dark pages. */
    void prefersDark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Whether the page is no wider than its window. */
    boolean fits() {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"));
    }

    /** Addresses of images that did not load or say nothing. */
    List<String> brokenImages() {
        return ((List<?>) Objects.requireNonNull(driver.executeScript("""
                        return [...document.images]
                            .filter(image => !image.alt.trim() || image.complete && image.naturalWidth === 0)
                            .map(image => image.src)""")))
                .stream().map(String::valueOf).toList();
    }

    /** Leaves a picture of the window in {@code target/screenshots}. */
    void screenshot(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
