// The settings of a process, checked and frozen at start. Inject `Configuration`; nothing else reads the environment.
// Each section stands in config/default.yaml with its reasons; this file holds the bounds.
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const dayMs = 86_400_000;
const gibibyte = 1024 ** 3;

export class ServerConfiguration {
  @IsString() @MinLength(1) readonly host: string;
  /** 0 takes any free port. */
  @IsInt() @Min(0) @Max(65535) readonly port: number;
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  readonly publicUrl: string | null;
  @IsInt() @Min(1024) @Max(gibibyte) readonly bodyLimitBytes: number;
  @IsInt() @Min(1024) @Max(gibibyte) readonly gatewayBodyLimitBytes: number;
  @IsInt() @Min(0) @Max(600) readonly drainSeconds: number;
  @IsBoolean() readonly trustProxy: boolean;
}

export class DatabaseConfiguration {
  /** Null: the embedded file in the data directory. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must look like postgres://user:password@host:5432/name' })
  readonly url: string | null;
  @IsInt() @Min(2) @Max(1000) readonly connectionsMax: number;
}

export class AuthConfiguration {
  @IsInt() @Min(1) @Max(3650) readonly tokenLifetimeDays: number;
  @IsOptional() @IsString() @MinLength(32) readonly bootstrapAdminToken: string | null;
}

export class IdempotencyConfiguration {
  /** A client may repeat a request for a day at least: that is what the interface promises. */
  @IsInt() @Min(24) @Max(8760) readonly retentionHours: number;
}

export class JobsConfiguration {
  @IsInt() @Min(5) @Max(3600) readonly leaseSeconds: number;
  @IsInt() @Min(10) @Max(60_000) readonly pollMs: number;
  @IsInt() @Min(1) @Max(256) readonly concurrency: number;
}

export class GatewayConfiguration {
  @IsInt() @Min(100) @Max(dayMs) readonly connectTimeoutMs: number;
  @IsInt() @Min(100) @Max(dayMs) readonly firstByteTimeoutMs: number;
  @IsInt() @Min(100) @Max(dayMs) readonly candidateFirstByteTimeoutMs: number;
  @IsInt() @Min(100) @Max(dayMs) readonly idleTimeoutMs: number;
  @IsInt() @Min(100) @Max(dayMs) readonly totalTimeoutMs: number;
  @IsInt() @Min(1) @Max(1_000_000) readonly captureQueueMax: number;
  @IsInt() @Min(1024) @Max(gibibyte) readonly captureBodyBytesMax: number;
  @IsInt() @Min(100) @Max(dayMs) readonly shadowTimeoutMs: number;
  @IsInt() @Min(1) @Max(10_000) readonly shadowConcurrencyMax: number;
}

export class OutboundConfiguration {
  @ArrayMaxSize(1000)
  @Matches(/^(\[[0-9a-f:.]+\]|[^\s:/[\]]+):(\*|\d{1,5})$/i, {
    each: true,
    message: 'must list host:port or host:*, with an IPv6 host in brackets',
  })
  readonly allowedPrivateTargets: readonly string[];
}

export class RolloutConfiguration {
  @IsInt() @Min(1) @Max(3600) readonly guardrailIntervalSeconds: number;
}

export class ReadinessConfiguration {
  @IsInt() @Min(1) @Max(86_400) readonly followIntervalSeconds: number;
  /** Null: only tokenisers that ship with Openward. */
  @IsOptional() @IsString() @MinLength(1) readonly tokenisersDirectory: string | null;
  /** Null: no benchmark is looked for. */
  @IsOptional() @IsString() @MinLength(1) readonly benchmarksDirectory: string | null;
}

export class FeedConfiguration {
  @IsInt() @Min(1) @Max(3650) readonly retentionDays: number;
  @IsInt() @Min(1) @Max(300) readonly heartbeatSeconds: number;
  @IsInt() @Min(1) @Max(10_000) readonly streamsPerTokenMax: number;
}

export class TelemetryConfiguration {
  @IsIn(logLevels) readonly logLevel: (typeof logLevels)[number];
  @IsBoolean() readonly perProjectMetrics: boolean;
}

export class PoliciesConfiguration {
  @IsString() @MinLength(1) readonly directory: string;
}

export class CatalogConfiguration {
  @IsString() @MinLength(1) readonly overridesDirectory: string;
  /** Bundles come in only where one of these has signed them; none: their digest alone is checked. */
  @ArrayMaxSize(100)
  @Matches(/^(-----BEGIN PUBLIC KEY-----\s+)?MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=(\s+-----END PUBLIC KEY-----)?\s*$/, {
    each: true,
    message: 'must list Ed25519 public keys, each as PEM or as the base64 in it',
  })
  readonly bundlePublicKeys: readonly string[];
  /** Null: bundles that leave are not signed. */
  @IsOptional()
  @Matches(
    /^(-----BEGIN PRIVATE KEY-----\s+)?MC4CAQAwBQYDK2VwBCIE[A-Za-z0-9+/]{44}(\s+-----END PRIVATE KEY-----)?\s*$/,
    {
      message: 'must be an Ed25519 private key (PKCS 8), as PEM or as the base64 in it',
    },
  )
  readonly bundleSigningKey: string | null;
}

export class Configuration {
  readonly server: ServerConfiguration;
  readonly database: DatabaseConfiguration;
  @IsString() @MinLength(1) readonly dataDirectory: string;
  readonly auth: AuthConfiguration;
  readonly idempotency: IdempotencyConfiguration;
  readonly jobs: JobsConfiguration;
  readonly gateway: GatewayConfiguration;
  readonly outbound: OutboundConfiguration;
  readonly rollout: RolloutConfiguration;
  readonly readiness: ReadinessConfiguration;
  readonly feed: FeedConfiguration;
  readonly telemetry: TelemetryConfiguration;
  readonly policies: PoliciesConfiguration;
  readonly catalog: CatalogConfiguration;
}

/** The class that checks each section. */
export const sections = {
  server: ServerConfiguration,
  database: DatabaseConfiguration,
  auth: AuthConfiguration,
  idempotency: IdempotencyConfiguration,
  jobs: JobsConfiguration,
  gateway: GatewayConfiguration,
  outbound: OutboundConfiguration,
  rollout: RolloutConfiguration,
  readiness: ReadinessConfiguration,
  feed: FeedConfiguration,
  telemetry: TelemetryConfiguration,
  policies: PoliciesConfiguration,
  catalog: CatalogConfiguration,
} as const;
