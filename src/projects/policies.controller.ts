import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { policyDigest } from '../kernel/policy.js';
import { allCommands } from '../lifecycle/commands.js';
import { describeMachine } from '../lifecycle/describe-machine.js';
import { Allow } from '../platform/auth/allow.guard.js';
import { Policies } from '../platform/config/policies.js';
import { MachineResponse, PolicyListResponse } from './policies.dto.js';

@ApiTags('rules')
@Controller('v1')
export class PoliciesController {
  constructor(private readonly policies: Policies) {}

  @Get('policies')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'listPolicies',
    summary: 'The policies a project may name, each number with its reason',
  })
  @ApiOkResponse({ type: PolicyListResponse })
  list(): PolicyListResponse {
    return {
      policies: this.policies.all().map(({ policy, reasons }) => ({
        name: policy.name,
        description: policy.description,
        digest: policyDigest(policy),
        policy: { ...policy },
        reasons: { ...reasons },
      })),
    };
  }

  @Get('machine')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'getMachine',
    summary: 'The lifecycle as it is defined: states, arrows, commands and roles',
  })
  @ApiOkResponse({ type: MachineResponse })
  machine(): MachineResponse {
    return {
      machine: { ...describeMachine() },
      commands: allCommands.map((one) => ({ ...one, roles: [...one.roles] })),
    };
  }
}
