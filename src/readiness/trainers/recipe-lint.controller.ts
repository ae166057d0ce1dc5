import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../../platform/auth/allow.guard.js';
import { lintRecipe } from './lint-recipe.js';
import { LintRecipeRequest, RecipeLintResponse, toRecipeLint } from './recipe-lint.dto.js';

@ApiTags('readiness')
@Controller('v1/readiness/recipe-lint')
export class RecipeLintController {
  // Nothing is stored: whoever may read may ask.
  @Post()
  @HttpCode(200)
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({
    operationId: 'lintRecipe',
    summary: 'Settings of a training file that its framework no longer takes, with their lines',
  })
  @ApiOkResponse({ type: RecipeLintResponse })
  lint(@Body() { framework, text }: LintRecipeRequest): RecipeLintResponse {
    return toRecipeLint(lintRecipe(framework, text));
  }
}
